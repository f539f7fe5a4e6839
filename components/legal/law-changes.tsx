import type { LawChange } from '@/lib/legal/compare-registers'
import { lawEntryPath } from '@/lib/legal/paths'
import type { Law } from '@/lib/legal/register'
import { LAW_KINDS } from '@/lib/legal/vocabulary'
import { partialDateOf } from '../dates'
import { DataTable } from '../ui/data-table'
import { bodiesOf, placesOf } from './law-words'

/** What a version of the register changed, law by law and field by field. */
export function LawChanges({ changes }: { changes: LawChange[] }) {
  return changes.map(({ code, name, before, after }) => (
    <section key={code} className="mt-6">
      <h3>{after ? <a href={lawEntryPath(code)}>{name}</a> : name}</h3>
      <Fields code={code} before={before} after={after} />
    </section>
  ))
}

function Fields({ code, before, after }: Omit<LawChange, 'name'>) {
  if (!after) return <p>Taken out of the register.</p>
  if (!before) return <p>New in the register.</p>
  const rows = fieldsOf(before).flatMap(([field, was], index) => {
    const is = fieldsOf(after)[index]?.[1] ?? ''
    return was === is ? [] : [{ key: field, cells: [field, was || 'Not recorded', is || 'Not recorded'] }]
  })
  return (
    <DataTable
      caption={`What changed in the entry of ${code}`}
      hideCaption
      columns={[{ label: 'Field' }, { label: 'Before' }, { label: 'After' }]}
      rows={rows}
    />
  )
}

function fieldsOf(law: Law): [string, string][] {
  return [
    ['Name', law.name],
    ['What it is', LAW_KINDS[law.kind]],
    ['Where', placesOf(law)],
    ['Bodies', bodiesOf(law)],
    ['In force from', partialDateOf(law.from)],
    ['First day on which it no longer governs', partialDateOf(law.to)],
    ['Followed by', law.successors.join(', ')],
    ['Contracts already made', law.transition],
    ['Note', law.note],
    ['What changed', law.changes],
    ['Link to the law', law.url],
    ['Link to what changed', law.changesUrl],
  ]
}
