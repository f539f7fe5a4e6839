import '@/app/styles/working.css'
import { notFound } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { AccountsTable } from '@/components/admin/accounts-table'
import { ProblemList } from '@/components/admin/problem-list'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { requireViewer } from '@/lib/auth/session'
import { adminLawPath } from '@/lib/legal/paths'
import { reviewPath } from '@/lib/review/paths'
import { adminSearchPath } from '@/lib/search/paths'
import { templatePath } from '@/lib/templates/paths'
import { canManageAccounts } from '@/lib/users/access'
import { accountPath, adminPath } from '@/lib/users/paths'
import { listAccounts } from '@/lib/users/roles'
import { listProblems } from '@/lib/worker/problems'
import { changeRole, tryFailedAgain } from './actions'

export const metadata = pageMetadata({ title: 'Accounts and roles', path: adminPath, hidden: true })

type Props = { searchParams: Promise<{ changed?: string | string[] }> }

const crumbs = [
  { href: '/', label: 'Home' },
  { href: accountPath, label: 'My cupboard' },
]

export default async function AdminPage({ searchParams }: Props) {
  const viewer = await requireViewer(adminPath)
  if (!canManageAccounts(viewer)) notFound()
  const [accounts, problems, { changed }] = await Promise.all([
    listAccounts(viewer),
    listProblems(viewer),
    searchParams,
  ])
  const failures = problems.mails.length + problems.jobs.length
  return (
    <Shell crumbs={crumbs}>
      <div className="pagehead">
        <h1>Accounts and roles</h1>
        <p className="lead">A new role counts from that person’s next request. Nobody changes their own.</p>
      </div>
      <ShelfSection
        id="accounts"
        title={accounts.length === 1 ? '1 account' : `${accounts.length} accounts`}
        aside={
          <>
            <a href={templatePath}>Case study template</a> <a href={adminLawPath}>Law register</a>{' '}
            <a href={adminSearchPath}>Search</a> <a href={reviewPath}>Review queue</a>
          </>
        }
      >
        <AccountsTable
          accounts={accounts}
          ownId={viewer.id}
          changed={[changed].flat()[0] ?? ''}
          changeRole={changeRole}
        />
      </ShelfSection>
      <ShelfSection
        id="failed"
        title={failures > 0 ? 'Mail and work that failed' : 'No mail or work has failed'}
      >
        {failures > 0 ? <ProblemList problems={problems} tryAgain={tryFailedAgain} /> : null}
      </ShelfSection>
    </Shell>
  )
}
