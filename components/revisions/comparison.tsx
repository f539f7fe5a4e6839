import type { Comparison, FieldChange, Paragraph, RowChange, Segment } from '@/lib/revisions/compare'
import { Added, Change, Removed } from '../ui/change'

/** What changed, field by field in reading order. Signs, words and style say it; colour only helps. */
export function ComparisonView({ comparison }: { comparison: Comparison }) {
  if (comparison.changes === 0) return <p>Nothing differs between these two versions.</p>
  return (
    <div className="galley">
      {comparison.fields.map((field, index) => (
        <Change key={field.name} id={`change-${index + 1}`} field={field.label} which={whichOf(field)}>
          <FieldText field={field} />
        </Change>
      ))}
    </div>
  )
}

function whichOf({ changes }: FieldChange): string {
  return changes === 1 ? '1 change' : `${changes} changes`
}

function FieldText({ field }: { field: FieldChange }) {
  if (field.kind === 'text') return <Paragraphs paragraphs={field.paragraphs} />
  if (field.kind === 'list') return <ListChange added={field.added} removed={field.removed} />
  return (
    <>
      {placed(field.rows).map(({ key, item }) => (
        <RowText key={key} row={item} />
      ))}
      {field.unchanged > 0 ? <p className="chg">{unchangedWords(field.unchanged)}</p> : null}
    </>
  )
}

/** Unchanged paragraphs are folded away, so that what changed is what is read. */
function Paragraphs({ paragraphs }: { paragraphs: Paragraph[] }) {
  return placed(groups(paragraphs)).map(({ key, item: group }) => {
    if (group.kind === 'changed')
      return placed(group.paragraphs).map((paragraph) => (
        <p key={paragraph.key}>
          <Segments segments={paragraph.item.segments} />
        </p>
      ))
    return (
      <details key={key} className="unchanged">
        <summary>
          Show {group.paragraphs.length} unchanged{' '}
          {group.paragraphs.length === 1 ? 'paragraph' : 'paragraphs'}
        </summary>
        {placed(group.paragraphs).map((paragraph) => (
          <p key={paragraph.key}>
            <Segments segments={paragraph.item.segments} />
          </p>
        ))}
      </details>
    )
  })
}

function groups(paragraphs: Paragraph[]) {
  const found: { kind: Paragraph['kind']; paragraphs: Paragraph[] }[] = []
  for (const paragraph of paragraphs) {
    const last = found[found.length - 1]
    if (last && last.kind === paragraph.kind) last.paragraphs.push(paragraph)
    else found.push({ kind: paragraph.kind, paragraphs: [paragraph] })
  }
  return found
}

function Segments({ segments }: { segments: Segment[] }) {
  return placed(segments).map(({ key, item: { kind, text } }) => {
    if (kind === 'added') return <Added key={key}>{text}</Added>
    if (kind === 'removed') return <Removed key={key}>{text}</Removed>
    return <span key={key}>{text}</span>
  })
}

function ListChange({ added, removed }: { added: string[]; removed: string[] }) {
  return (
    <ul>
      {added.map((text) => (
        <li key={`added ${text}`}>
          <Added>{text}</Added>
        </li>
      ))}
      {removed.map((text) => (
        <li key={`removed ${text}`}>
          <Removed>{text}</Removed>
        </li>
      ))}
    </ul>
  )
}

const ROW_WORDS = { added: 'Added', removed: 'Removed', changed: 'Changed' }

function RowText({ row }: { row: RowChange }) {
  return (
    <div className="row-change">
      <p className="which">{ROW_WORDS[row.kind]}</p>
      <dl>
        {row.cells.map(({ label, segments }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Segments segments={segments} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function unchangedWords(count: number): string {
  return count === 1 ? '1 other row is unchanged.' : `${count} other rows are unchanged.`
}

/** A comparison never moves once it is drawn, so its parts are told apart by their place. */
function placed<Item>(items: Item[]): { key: string; item: Item }[] {
  return items.map((item, index) => ({ key: String(index), item }))
}
