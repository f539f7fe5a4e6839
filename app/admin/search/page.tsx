import '@/app/styles/working.css'
import { notFound } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { IndexCounts } from '@/components/search/index-counts'
import { OtherEngine } from '@/components/search/other-engine'
import { RefusedDocuments } from '@/components/search/refused-documents'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { requireViewer } from '@/lib/auth/session'
import { canTendSearch } from '@/lib/search/access'
import { findEngineStatus } from '@/lib/search/engine-status'
import { adminSearchPath } from '@/lib/search/paths'
import { canManageAccounts } from '@/lib/users/access'
import { accountPath, adminPath } from '@/lib/users/paths'
import { rebuild } from './actions'

export const metadata = pageMetadata({ title: 'How search stands', path: adminSearchPath, hidden: true })

type Props = { searchParams: Promise<{ asked?: string | string[] }> }

export default async function SearchStatusPage({ searchParams }: Props) {
  const viewer = await requireViewer(adminSearchPath)
  if (!canTendSearch(viewer)) notFound()
  const [status, { asked }] = await Promise.all([findEngineStatus(), searchParams])
  const { engine, other, degraded } = status
  const crumbs = [
    { href: '/', label: 'Home' },
    canManageAccounts(viewer)
      ? { href: adminPath, label: 'Accounts and roles' }
      : { href: accountPath, label: 'My cupboard' },
  ]
  return (
    <Shell crumbs={crumbs}>
      <div className="pagehead">
        <h1>How search stands</h1>
        <p className="lead">
          {engine === 'postgres'
            ? 'PostgreSQL answers searches, from the same database as the pages.'
            : 'Meilisearch answers searches. PostgreSQL has the same index and answers when Meilisearch cannot.'}
        </p>
        {degraded ? (
          <Note title="PostgreSQL is answering now">
            <p>{degraded} Nothing is lost: results come from the database until Meilisearch has caught up.</p>
          </Note>
        ) : null}
        {asked ? (
          <Note kind="success" role="status">
            The index is being written anew. Searches go on meanwhile.
          </Note>
        ) : null}
      </div>
      {other ? (
        <ShelfSection id="engine" title="Meilisearch">
          <OtherEngine status={other} />
        </ShelfSection>
      ) : null}
      {other && other.parked.length > 0 ? (
        <ShelfSection id="refused" title="Documents that Meilisearch refused">
          <RefusedDocuments documents={other.parked} />
        </ShelfSection>
      ) : null}
      <ShelfSection id="index" title="What can be found">
        <IndexCounts status={status} />
      </ShelfSection>
      <ShelfSection id="rebuild" title="Write the index anew">
        <div className="stack">
          <p>
            Everything that can be found is read again from the pages it stands for. Searches go on from the
            index as it is until the new one is whole. The index is also checked and put right every night.
          </p>
          <form action={rebuild}>
            <Button kind="second">Rebuild the index</Button>
          </form>
          {status.rebuilding ? <p>A rebuild is waiting or under way.</p> : null}
        </div>
      </ShelfSection>
    </Shell>
  )
}
