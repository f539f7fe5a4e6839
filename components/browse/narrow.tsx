import type { FacetCounts } from '@/lib/case-studies/list'
import { EVIDENCE, STATES } from '@/lib/case-studies/vocabulary'
import { REGIMES } from '@/lib/legal/vocabulary'
import { REGIONS, TYPES } from '@/lib/organisations/vocabulary'
import { Button } from '../ui/button'
import { FilterGroup } from '../ui/filter-group'

export type Narrowing = {
  category: string[]
  region: string[]
  type: string[]
  law: string[]
  evidence: string[]
  state: string[]
  has: string[]
  sort: string
}
type Props = {
  narrowing: Narrowing
  counts: FacetCounts
  areas: { code: string; name: string }[]
  sorts: Record<string, string>
  mustHave: Record<string, string>
}

/** The filters of a list: an ordinary form, so it works without scripts and its address can be shared. */
export function NarrowForm({ narrowing, counts, areas, sorts, mustHave }: Props) {
  const groups = [
    {
      legend: 'Contract area',
      name: 'category' as const,
      words: areas.map(({ code, name }) => [code, name] as const),
    },
    { legend: 'Region', name: 'region' as const, words: REGIONS.map((region) => [region, region] as const) },
    { legend: 'Kind of organisation', name: 'type' as const, words: Object.entries(TYPES) },
    {
      legend: 'Law it was bought under',
      name: 'law' as const,
      words: Object.entries(REGIMES).map(([code, { name }]) => [code, name] as const),
    },
    {
      legend: 'Evidence',
      name: 'evidence' as const,
      words: Object.entries(EVIDENCE).map(([code, { name }]) => [code, name] as const),
    },
    { legend: 'Now', name: 'state' as const, words: Object.entries(STATES) },
    { legend: 'Must have', name: 'has' as const, words: Object.entries(mustHave) },
  ]
  const shown = new Set(areas.map(({ code }) => code))
  return (
    <form action="/case-studies" method="get" id="narrow" className="narrow">
      {narrowing.category
        .filter((code) => !shown.has(code))
        .map((code) => (
          <input key={code} type="hidden" name="category" value={code} />
        ))}
      <SortField sort={narrowing.sort} sorts={sorts} />
      <Button small>Apply</Button>
      {groups.map(({ legend, name, words }) => {
        const options = optionsOf(words, narrowing[name], counts[name])
        return options.length > 0 ? (
          <FilterGroup key={name} legend={legend} name={name} options={options} />
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
function optionsOf(
  words: readonly (readonly [string, string])[],
  chosen: string[],
  counts: Record<string, number>,
) {
  return words
    .map(([value, label]) => ({ value, label, count: counts[value] ?? 0, checked: chosen.includes(value) }))
    .filter(({ count, checked }) => count > 0 || checked)
}
