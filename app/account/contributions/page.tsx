import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import { AccountTabs } from '@/components/account/account-tabs'
import { ContributionTable } from '@/components/account/contribution-table'
import { WrittenList } from '@/components/account/written-list'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Note } from '@/components/ui/note'
import { requireViewer } from '@/lib/auth/session'
import { newCaseStudyPath } from '@/lib/case-studies/paths'
import { listWritten } from '@/lib/people/written'
import { listOwnSubmissions } from '@/lib/review/queries'
import { accountPath, contributionsPath } from '@/lib/users/paths'

export const metadata = pageMetadata({ title: 'Your contributions', path: contributionsPath, hidden: true })

const crumbs = [
  { href: '/', label: 'Home' },
  { href: accountPath, label: 'My cupboard' },
]

type Props = { searchParams: Promise<{ sent?: string }> }

export default async function ContributionsPage({ searchParams }: Props) {
  const { sent } = await searchParams
  const viewer = await requireViewer(contributionsPath)
  const [submissions, written] = await Promise.all([listOwnSubmissions(viewer), listWritten(viewer.actorId)])
  const published = written.caseStudies.length + written.stories.length
  return (
    <Shell crumbs={crumbs}>
      <div className="pagehead">
        <h1>Your contributions</h1>
      </div>
      <AccountTabs current={contributionsPath} />
      {sent ? (
        <div className="mt-8">
          <Note kind="success" title="Sent to a moderator" role="status">
            <p>It is not public yet. A moderator reads it first, and the answer will stand below.</p>
          </Note>
        </div>
      ) : null}
      {submissions.length > 0 ? (
        <ShelfSection id="review" title="Sent to a moderator">
          <ContributionTable rows={submissions} />
        </ShelfSection>
      ) : null}
      {published > 0 ? (
        <ShelfSection id="published" title="Pages you wrote or revised">
          <WrittenList written={written} />
        </ShelfSection>
      ) : null}
      {submissions.length + published === 0 ? <NothingYet /> : null}
    </Shell>
  )
}

function NothingYet() {
  return (
    <div className="section tight">
      <Empty title="You have not written anything yet">
        <p className="measure">
          Share a case study of your own, summarise one that is published elsewhere, or correct a page that
          you know something about: each has an “Edit” link.
        </p>
        <p className="buttons">
          <ButtonLink href={newCaseStudyPath}>Share a case study</ButtonLink>
        </p>
      </Empty>
    </div>
  )
}
