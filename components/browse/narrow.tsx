import type { FacetCounts } from '@/lib/case-studies/facets'
import { FACETS, type FacetName } from '@/lib/case-studies/vocabulary'
import { usText } from '@/lib/legal/lens/paths'
import type { Us } from '@/lib/legal/lens/vocabulary'
import { FACET_NAMES, FACET_WORDS } from '@/lib/search/label'
import { SameRulesGroup } from '../lens/same-rules-group'
import { Button } from '../ui/button'
import { FilterGroup } from '../ui/filter-group'

export type Narrowing = Record<FacetName, string[]> & { sort: string; us: Us | null; rules: string }
type Props = {
  narrowing: Narrowing
  counts: FacetCounts
  /** How many have the same rules as the reader, where the reader said who they are. */
  sameRules: number | null
  areas: { code: string; name: string }[]
  sorts: Record<string, string>
}

/** The filters of a list: an ordinary form, so it works without scripts and its address can be shared. */
export function NarrowForm({ narrowing, counts, sameRules, areas, sorts }: Props) {
  const shown = new Set(areas.map(({ code }) => code))
  const wordsOf = (name: FacetName): [string, string][] => {
    if (name === 'category') return areas.map((area) => [area.code, area.name])
    return Object.entries(FACET_WORDS[name])
  }
  return (
    <form action="/case-studies" method="get" id="narrow" className="narrow">
      {narrowing.category
        .filter((code) => !shown.has(code))
        .map((code) => (
          <input key={code} type="hidden" name="category" value={code} />
        ))}
      {narrowing.us ? <input type="hidden" name="us" value={usText(narrowing.us)} /> : null}
      <SortField sort={narrowing.sort} sorts={sorts} />
      <Button small>Apply</Button>
      <SameRulesGroup count={sameRules} checked={narrowing.rules !== ''} />
      {FACETS.map((name) => {
        const options = optionsOf(wordsOf(name), narrowing[name], counts[name])
        return options.length > 0 ? (
          <FilterGroup key={name} legend={FACET_NAMES[name]} name={name} options={options} />
        ) : null
      })}
      <Button>Apply</Button>
    </form>
  )
}

function SortField({ sort, sorts }: { sort: string; sorts: Record<string, string> }) {
  return (
    <div className="field">
      <label htmlFor="sort">Sort by</label>
      <select id="sort" name="sort" defaultValue={sort}>
        {Object.entries(sorts).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Only what can be found is offered; what is chosen stays, even where nothing is left under it. */
function optionsOf(words: [string, string][], chosen: string[], counts: Record<string, number>) {
  return words
    .map(([value, label]) => ({ value, label, count: counts[value] ?? 0, checked: chosen.includes(value) }))
    .filter(({ count, checked }) => count > 0 || checked)
}
