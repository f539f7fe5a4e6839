import { usText } from '@/lib/legal/lens/paths'
import { perPageUsual } from '@/lib/search/limits'
import { searchPath } from '@/lib/search/paths'
import type { SearchState } from '@/lib/search/state'
import { SameRulesGroup } from '../lens/same-rules-group'
import { Button } from '../ui/button'
import { FilterGroup } from '../ui/filter-group'
import type { Group } from './groups'

type Props = {
  state: SearchState
  groups: Group[]
  /** How many have the same rules as the reader, where the reader said who they are. */
  sameRules: number | null
}

const shown = 8

/** The filters beside the results: an ordinary form, so it works without scripts and its address can be shared. */
export function Facets({ state, groups, sameRules }: Props) {
  return (
    <form action={searchPath} method="get" id="narrow" className="narrow">
      <Kept state={state} />
      <p className="small quiet">
        Ticks in one group widen the list, ticks in two groups narrow it: this <em>or</em> that within a
        group, this <em>and</em> that between groups.
      </p>
      <Button small>Apply</Button>
      <SameRulesGroup count={sameRules} checked={state.rules !== ''} />
      {groups.map(({ key, ...group }) => (
        <FilterGroup key={key} {...group} shown={shown} />
      ))}
      <Button>Apply</Button>
    </form>
  )
}

/** What the address holds beside the filters. */
function Kept({ state: { words, exactly, us, sort, perPage } }: { state: SearchState }) {
  const kept: [string, string][] = [
    ['q', words],
    ['exactly', exactly ? '1' : ''],
    ['us', us ? usText(us) : ''],
    ['sort', sort === 'best' ? '' : sort],
    ['perPage', perPage === perPageUsual ? '' : String(perPage)],
  ]
  return kept
    .filter(([, value]) => value !== '')
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}
