/** Stands on every page about the law. */
export function NotAdvice() {
  return (
    <p className="notadvice measure mt-6">
      This is a record to help you judge for yourself. It is not legal advice.
    </p>
  )
}
