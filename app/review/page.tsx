import '@/app/styles/working.css'
import { notFound } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { WithdrawnTable } from '@/components/pages/withdrawn-table'
import { DecidedTable, WaitingTable } from '@/components/review/queue-table'
import { ReportList } from '@/components/review/report-list'
import { Note } from '@/components/ui/note'
import { requireViewer } from '@/lib/auth/session'
import { listOpenReports } from '@/lib/contact/reports'
import { listWithdrawn } from '@/lib/pages/queries'
import { canReadQueue, canReview } from '@/lib/review/access'
import { reviewPath } from '@/lib/review/paths'
import { countSubmissions, listSubmissions } from '@/lib/review/queries'
import { fieldLabels } from '@/lib/templates/queries'
import { accountPath } from '@/lib/users/paths'
import { close } from './actions'

export const metadata = pageMetadata({ title: 'Review queue', path: reviewPath, hidden: true })

type Props = { searchParams: Promise<{ closed?: string | string[] }> }

const crumbs = [
  { href: '/', label: 'Home' },
  { href: accountPath, label: 'My cupboard' },
]

export default async function ReviewPage({ searchParams }: Props) {
  const viewer = await requireViewer(reviewPath)
  if (!canReadQueue(viewer)) notFound()
  const [counts, waiting, decided, reports, withdrawn, names, { closed }] = await Promise.all([
    countSubmissions(viewer),
    listSubmissions(viewer, 'waiting'),
    listSubmissions(viewer, 'decided'),
    listOpenReports(viewer),
    listWithdrawn(viewer),
    fieldLabels(),
    searchParams,
  ])
  return (
    <Shell crumbs={crumbs}>
      <div className="pagehead">
        <h1>Review queue ({counts.waiting})</h1>
        <p className="lead">What new members write waits here. Nobody decides on their own contribution.</p>
      </div>
      {canReview(viewer) ? null : (
        <Note kind="info" title="You may read the queue. Deciding and closing reports are for moderators." />
      )}
      {closed ? <Note kind="success" role="status" title="The report is closed" /> : null}
      <ShelfSection id="waiting" title={`Waiting (${counts.waiting})`}>
        {waiting.length > 0 ? <WaitingTable rows={waiting} /> : <p>Nothing waits.</p>}
      </ShelfSection>
      {canReview(viewer) ? (
        <ShelfSection id="reports" title={`Open reports (${reports.length})`}>
          {reports.length > 0 ? (
            <ReportList rows={reports} close={close} names={names} />
          ) : (
            <p>No report is open.</p>
          )}
        </ShelfSection>
      ) : null}
      {canReview(viewer) ? (
        <ShelfSection id="withdrawn" title={`Withdrawn pages (${withdrawn.length})`}>
          {withdrawn.length > 0 ? <WithdrawnTable rows={withdrawn} /> : <p>No page is withdrawn.</p>}
        </ShelfSection>
      ) : null}
      <ShelfSection id="decided" title={`Decided (${counts.decided})`}>
        {decided.length > 0 ? <DecidedTable rows={decided} /> : <p>Nothing has been decided yet.</p>}
        {counts.decided > decided.length ? (
          <p className="small mt-3">The newest {decided.length} are shown.</p>
        ) : null}
      </ShelfSection>
    </Shell>
  )
}
