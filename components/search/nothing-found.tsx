import { caseStudiesPath } from '@/lib/case-studies/paths'
import { peopleSearchPath } from '@/lib/people/paths'
import { askForPath } from '@/lib/search/paths'
import type { SearchState } from '@/lib/search/state'
import { counted } from '../case-studies/words'
import { Empty } from '../ui/empty'
import { SaveSearch } from './save-search'

/** One filter less, and how many results that would leave. */
export type Wider = { words: string; href: string; count: number }
type Props = {
  state: SearchState
  wider: Wider[]
  saved: { ref: string; name: string }
  /** Some pages with a part of the words stand above. */
  relaxed: boolean
}

/** Nothing was found: what to try, who to ask, and how to hear when there is something. */
export function NothingFound({ state, wider, saved, relaxed }: Props) {
  const { words } = state
  return (
    <Empty title={titleOf(words, relaxed)}>
      {wider.length > 0 ? (
        <>
          <p>Take one filter away:</p>
          <ul aria-label="How to widen it">
            {wider.map(({ words: without, href, count }) => (
              <li key={href}>
                Without {without}: <a href={href}>{counted(count, 'result')}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <ul>
        {words ? (
          <li>
            Check the spelling, use fewer words, or the word another body might use: “refuse”, “bins” or
            “waste”.
          </li>
        ) : null}
        <li>
          <a href={caseStudiesPath}>Look through all case studies</a> and narrow them by region, law and
          evidence.
        </li>
        {words ? (
          <li>
            <a href={peopleSearchPath({ words: words.slice(0, 200) })}>Ask people who offered to help</a>
          </li>
        ) : null}
        <li>
          <a href={askForPath(words.slice(0, 200))}>Ask for it on the wanted board</a>: others see that it is
          missing and can add it.
        </li>
      </ul>
      {relaxed ? null : (
        <div className="buttons">
          <SaveSearch state={state} saved={saved} />
        </div>
      )}
    </Empty>
  )
}

function titleOf(words: string, relaxed: boolean): string {
  if (relaxed) return 'Not what you need?'
  const shown = words.length > 80 ? `${words.slice(0, 79)}…` : words
  return shown ? `Nothing found for “${shown}”` : 'Nothing found under these filters'
}
