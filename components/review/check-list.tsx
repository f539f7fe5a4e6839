const checks = [
  'The summary says in a sentence or two what was done and what came of it.',
  'Every number has its unit, its period and a source.',
  'There are no personal data beyond a contact who agreed to be named.',
  'The legal status says who approved what, or says “Not known”.',
  'Nothing is confidential, and nothing is copied without leave.',
  'The links lead where they say, and the labels fit.',
]

/** What to look at before deciding. */
export function CheckList() {
  return (
    <section aria-labelledby="check-list">
      <h2 id="check-list">Look at this first</h2>
      <ul className="prose">
        {checks.map((check) => (
          <li key={check}>{check}</li>
        ))}
      </ul>
    </section>
  )
}
