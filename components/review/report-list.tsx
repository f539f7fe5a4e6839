import { caseStudyPath } from '@/lib/case-studies/paths'
import type { ReportRow } from '@/lib/contact/reports'
import { momentOf } from '../dates'
import { Button } from '../ui/button'
import { DataTable } from '../ui/data-table'

type Props = { rows: ReportRow[]; close: (form: FormData) => Promise<void> }

const columns = [
  { label: 'Page' },
  { label: 'What it says' },
  { label: 'From' },
  { label: 'Sent', nowrap: true },
  { label: 'Close', hideLabel: true },
]

/** What readers told us about pages, the oldest first. */
export function ReportList({ rows, close }: Props) {
  return (
    <DataTable
      caption="Open reports, the oldest first"
      hideCaption
      columns={columns}
      rows={rows.map(({ id, page, body, reporter, createdAt }) => ({
        key: String(id),
        cells: [
          <a key="page" href={caseStudyPath(page)}>
            {page.title}
          </a>,
          <span key="body" className="whitespace-pre-line">
            {body}
          </span>,
          reporter,
          <time key="sent" dateTime={createdAt}>
            {momentOf(createdAt)}
          </time>,
          <form key="close" action={close}>
            <input type="hidden" name="id" value={id} />
            <Button kind="second" small>
              Close<span className="vh"> the report on {page.title}</span>
            </Button>
          </form>,
        ],
      }))}
    />
  )
}
