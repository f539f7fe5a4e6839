import type { ReportRow } from '@/lib/contact/reports'
import { commentPath } from '@/lib/discussions/paths'
import { pagePath } from '@/lib/pages/paths'
import { momentOf } from '../dates'
import { fieldName } from '../discussions/words'
import { Button } from '../ui/button'
import { DataTable } from '../ui/data-table'

type Close = (form: FormData) => Promise<void>
type Props = {
  rows: ReportRow[]
  close: Close
  /** Names of the form's fields that are not built in. */
  names?: Record<string, string>
}

const WHOLE_FORM = 'The form as a whole'

/** What readers told us, the oldest first: about contacts, about comments, and about the form, part by part. */
export function ReportList({ rows, close, names }: Props) {
  const contacts = rows.filter(({ kind }) => kind === 'contact')
  const comments = rows.filter(({ kind }) => kind === 'comment')
  const form = rows.filter(({ kind }) => kind === 'form')
  return (
    <div className="stack report-groups">
      {contacts.length > 0 ? (
        <section aria-labelledby="reports-contact">
          <h3 id="reports-contact">Contacts ({contacts.length})</h3>
          <Reports caption="Reports about contacts, the oldest first" rows={contacts} close={close} />
        </section>
      ) : null}
      {comments.length > 0 ? (
        <section aria-labelledby="reports-comment">
          <h3 id="reports-comment">Comments ({comments.length})</h3>
          <Reports caption="Reports about comments, the oldest first" rows={comments} close={close} />
        </section>
      ) : null}
      {form.length > 0 ? (
        <section aria-labelledby="reports-form">
          <h3 id="reports-form">The form ({form.length})</h3>
          {byField(form).map(([field, group]) => (
            <FormReports key={field} field={field} rows={group} close={close} names={names} />
          ))}
        </section>
      ) : null}
    </div>
  )
}

function byField(rows: ReportRow[]): [string, ReportRow[]][] {
  const groups = new Map<string, ReportRow[]>()
  for (const row of rows) groups.set(row.field, [...(groups.get(row.field) ?? []), row])
  return [...groups]
}

function FormReports({ field, rows, close, names }: Props & { field: string }) {
  const name = field ? (names?.[field] ?? fieldName(field)) : WHOLE_FORM
  return (
    <>
      <h4>
        {name} ({rows.length})
      </h4>
      <DataTable
        caption={`What members say about ${name}`}
        hideCaption
        columns={columns.slice(1)}
        rows={rows.map((row) => ({ key: String(row.id), cells: cellsOf(row, close, name) }))}
      />
    </>
  )
}

const columns = [
  { label: 'About' },
  { label: 'What it says' },
  { label: 'From' },
  { label: 'Sent', nowrap: true },
  { label: 'Close', hideLabel: true },
]

function Reports({ caption, rows, close }: Props & { caption: string }) {
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={columns}
      rows={rows.map((row) => ({
        key: String(row.id),
        cells: [<Subject key="about" row={row} />, ...cellsOf(row, close, row.page?.title ?? WHOLE_FORM)],
      }))}
    />
  )
}

function Subject({ row: { page, comment } }: { row: ReportRow }) {
  if (!page) return WHOLE_FORM
  if (!comment) return <a href={pagePath(page)}>{page.title}</a>
  return (
    <>
      <a href={commentPath(page, { thread: comment.threadId, comment: comment.id })}>
        A comment on {page.title}
      </a>
      <blockquote className="small">{comment.body.slice(0, 200)}</blockquote>
    </>
  )
}

function cellsOf({ id, body, reporter, createdAt }: ReportRow, close: Close, about: string) {
  return [
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
        Close<span className="vh"> the report on {about}</span>
      </Button>
    </form>,
  ]
}
