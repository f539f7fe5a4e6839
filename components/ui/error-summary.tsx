export type ErrorSummaryProps = { errors: { href: string; message: string }[] }

/** What went wrong, first on the page, each line a link to its field. Nothing when nothing did. */
export function ErrorSummary({ errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} id="errors">
      <h2>There is a problem</h2>
      <ul>
        {errors.map(({ href, message }) => (
          <li key={`${href} ${message}`}>
            <a href={href}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
