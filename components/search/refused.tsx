import type { SearchState } from '@/lib/search/state'
import { Shell } from '../layout/shell'
import { Note } from '../ui/note'
import { SearchHead } from './search-head'

/** What was typed cannot be searched for: why, how to put it right, and the words still in the box. */
export function Refused({ state }: { state: SearchState }) {
  return (
    <Shell current="browse" crumbs={[{ href: '/', label: 'Home' }]} searchWords={state.words}>
      <SearchHead state={state} />
      <div className="mt-6">
        <Note kind="error" title="This cannot be searched for" role="alert">
          {state.refusal}
        </Note>
      </div>
    </Shell>
  )
}
