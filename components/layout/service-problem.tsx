import { Button } from '../ui/button'

/** Plain words for when the fault is ours. The title is set here, because an error page has no metadata. */
export function ServiceProblem({ retry }: { retry: () => void }) {
  return (
    <>
      <title>There is a problem with the Cupboard – Sustainable Procurement Cupboard</title>
      <div className="pagehead">
        <h1>There is a problem with the Cupboard</h1>
        <p className="lead">The fault is ours, and it has been logged. Nothing that was saved is lost.</p>
      </div>
      <div className="prose mt-8">
        <p>
          Try again in a minute. If you were writing, go back with your browser first: your text may still be
          in the form.
        </p>
        <div className="buttons">
          <Button type="button" onClick={retry}>
            Try again
          </Button>
          <a href="/">Go to the home page</a>
        </div>
      </div>
    </>
  )
}
