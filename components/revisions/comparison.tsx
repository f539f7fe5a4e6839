import type { Comparison, FieldChange } from '@/lib/revisions/compare'
import { Added, Change, Removed } from '../ui/change'
import { CellChanges, RowChanges } from './compare-cells'
import { OneChange } from './compare-one'
import { Paragraphs } from './compare-paragraphs'

/** What changed, field by field in reading order. Signs, words and style say it; colour only helps. */
export function ComparisonView({ comparison }: { comparison: Comparison }) {
  const { fields, changes } = comparison
  if (fields.length === 0) return <p>Nothing differs between these two versions.</p>
  return (
    <div className="galley">
      {fields.map((field) => (
        <Change key={field.name} id={`field-${field.name}`} field={field.label} which={whichOf(field)}>
          <FieldText field={field} of={changes} />
        </Change>
      ))}
    </div>
  )
}

function whichOf({ changes }: FieldChange): string {
  if (changes === 0) return 'Only moved from here'
  return changes === 1 ? '1 change' : `${changes} changes`
}

function FieldText({ field, of }: { field: FieldChange; of: number }) {
  if (field.kind === 'facts') return <CellChanges cells={field.cells} of={of} />
  if (field.kind === 'rows') return <RowChanges rows={field.rows} unchanged={field.unchanged} of={of} />
  if (field.kind === 'list')
    return (
      <OneChange number={field.change} of={of}>
        <ListChange added={field.added} removed={field.removed} />
      </OneChange>
    )
  if (field.spacing)
    return (
      <OneChange number={field.change} of={of}>
        <p className="chg">Only blank lines or spaces at the end differ. The words are the same.</p>
      </OneChange>
    )
  return <Paragraphs paragraphs={field.paragraphs} of={of} />
}

function ListChange({ added, removed }: { added: string[]; removed: string[] }) {
  return (
    <ul className="list-change">
      {placed(added).map(({ key, text }) => (
        <li key={`added ${key}`}>
          <Added>{text}</Added>
        </li>
      ))}
      {placed(removed).map(({ key, text }) => (
        <li key={`removed ${key}`}>
          <Removed>{text}</Removed>
        </li>
      ))}
    </ul>
  )
}

/** A comparison never moves once it is drawn, so its parts are told apart by their place. */
function placed(texts: string[]) {
  return texts.map((text, index) => ({ key: String(index), text }))
}
