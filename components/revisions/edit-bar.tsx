import { ButtonLink } from '../ui/button-link'

/** What is being edited, and the way out. */
export function EditBar({ title, leave }: { title: string; leave: string }) {
  return (
    <section className="editbar" aria-label="This edit">
      <div className="wrap ui">
        <p className="t">Editing: {title}</p>
        <ButtonLink href={leave} kind="second" small>
          Leave without publishing
        </ButtonLink>
      </div>
    </section>
  )
}
