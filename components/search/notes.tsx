import { termsMax } from '@/lib/search/limits'
import { resultsPath } from '@/lib/search/paths'
import type { Plan } from '@/lib/search/schema'
import type { SearchState } from '@/lib/search/state'

type Props = { state: SearchState; plan: Plan; degraded: boolean }

/** What was done with the words before anything was looked for, and how to have it otherwise. */
export function SearchNotes({ state, plan, degraded }: Props) {
  const { taken, truncated } = plan
  if (taken.length === 0 && !truncated && !degraded && !state.exactly) return null
  return (
    <div className="search-notes" role="status">
      {taken.length > 0 ? (
        <p>
          Showing results for <strong>{corrected(plan)}</strong>.{' '}
          <a href={resultsPath(state, { exactly: true })}>
            Search instead for “{taken.map((word) => word.typed).join(' ')}”
          </a>
          .
        </p>
      ) : null}
      {state.exactly && state.words ? (
        <p>
          Searching for exactly what was typed.{' '}
          <a href={resultsPath(state, { exactly: false })}>Search for words like it too</a>.
        </p>
      ) : null}
      {truncated ? <p>Only the first {termsMax} words were used.</p> : null}
      {degraded ? <p>Search is running on its reserve. Results are complete.</p> : null}
    </div>
  )
}

/** The words as they were taken, beside those that were known. */
function corrected({ typed, taken }: Plan): string {
  const as = new Map(taken.map((word) => [word.typed.toLowerCase(), word.as]))
  return typed.replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => as.get(word.toLowerCase()) ?? word)
}
