import { caseStudyPath } from '@/lib/case-studies/paths'
import { lawEntryPath } from '@/lib/legal/paths'
import type { Moved } from '@/lib/legal/queries'
import { type LegalLabel, SHORT_LABELS } from '@/lib/legal/vocabulary'
import { DataTable } from '../ui/data-table'

type Props = { caption: string; rows: Moved[] }

/** Case studies whose label a version of the register moved: from what, to what, and why. */
export function MovedLabels({ caption, rows }: Props) {
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={[{ label: 'Case study' }, { label: 'Before' }, { label: 'After' }, { label: 'Why' }]}
      rows={rows.map((row) => ({
        key: String(row.pageId),
        cells: [
          <a key="page" href={caseStudyPath({ id: row.pageId, slug: row.slug })}>
            {row.title}
          </a>,
          <LabelAndLaw key="before" label={row.labelBefore} law={row.lawBefore} />,
          <LabelAndLaw key="after" label={row.labelAfter} law={row.lawAfter} />,
          row.why,
        ],
      }))}
    />
  )
}

export function labelWords(label: string): string {
  return SHORT_LABELS[label as LegalLabel] ?? label
}

function LabelAndLaw({ label, law }: { label: string; law: string }) {
  return (
    <span>
      {labelWords(label)}
      {law ? (
        <>
          {' ('}
          <a href={lawEntryPath(law)}>{law}</a>)
        </>
      ) : null}
    </span>
  )
}
