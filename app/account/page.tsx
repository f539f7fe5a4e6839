import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import { signOut } from '@/app/sign-in/actions'
import { AccountTabs } from '@/components/account/account-tabs'
import { ContributionTable } from '@/components/account/contribution-table'
import { NextUp } from '@/components/account/next-up'
import { RoleNote } from '@/components/account/role-note'
import { WrittenList } from '@/components/account/written-list'
import { SignOutForm } from '@/components/drafts/sign-out-form'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { requireViewer } from '@/lib/auth/session'
import { listOpenReports } from '@/lib/contact/reports'
import { favouriteIds } from '@/lib/favourites/favourites'
import { findOwnAccount } from '@/lib/people/profile'
import { listWritten } from '@/lib/people/written'
import { countSubmissions, listOwnSubmissions } from '@/lib/review/queries'
import type { SignedIn } from '@/lib/users/access'
import { accountPath, contributionsPath, favouritesPath, settingsPath } from '@/lib/users/paths'
import { AskedSection } from './asked-to-review'
import { nextFor } from './next'

export const metadata = pageMetadata({ title: 'My cupboard', path: accountPath, hidden: true })

type Props = { searchParams: Promise<{ welcome?: string | string[] }> }

const shown = 5

export default async function AccountPage({ searchParams }: Props) {
  const viewer = await requireViewer(accountPath)
  const [{ welcome }, next] = await Promise.all([searchParams, nextOf(viewer)])
  return (
    <Shell crumbs={[{ href: '/', label: 'Home' }]}>
      <div className="pagehead">
        <h1>Hello {viewer.name}</h1>
      </div>
      <AccountTabs current={accountPath} />
      {welcome ? <Welcome /> : null}
      <div className="mt-8">
        <RoleNote role={viewer.role} demonstration={viewer.demonstration} />
      </div>
      <ShelfSection id="next" title="Next for you">
        <NextUp things={next} />
      </ShelfSection>
      <AskedSection viewer={viewer} />
      <Favourites viewer={viewer} />
      <Contributions viewer={viewer} />
      <SignOutForm action={signOut}>
        <a href={settingsPath}>Change your settings</a>
        <Button kind="second">Sign out</Button>
      </SignOutForm>
    </Shell>
  )
}

async function nextOf(viewer: SignedIn) {
  const [{ waiting }, reports, { listed }] = await Promise.all([
    countSubmissions(viewer),
    listOpenReports(viewer),
    findOwnAccount(viewer),
  ])
  return nextFor(viewer, { waiting, reports: reports.length, listed })
}

function Welcome() {
  return (
    <div className="mt-8">
      <Note kind="success" title="Your account is made" role="status">
        <p>
          You are signed in. Until a moderator or administrator knows you, what you write waits for a
          moderator.
        </p>
      </Note>
    </div>
  )
}

async function Favourites({ viewer }: { viewer: SignedIn }) {
  const count = (await favouriteIds(viewer)).length
  return (
    <ShelfSection id="favourites" title="Favourites">
      {count > 0 ? (
        <p>
          <a href={favouritesPath}>
            {count} {count === 1 ? 'favourite' : 'favourites'}
          </a>
          , with your notes.
        </p>
      ) : (
        <p>None yet. Press “Save” on a case study and it is kept here.</p>
      )}
    </ShelfSection>
  )
}

async function Contributions({ viewer }: { viewer: SignedIn }) {
  const [submissions, written] = await Promise.all([listOwnSubmissions(viewer), listWritten(viewer.actorId)])
  const newest = {
    caseStudies: written.caseStudies.slice(0, shown),
    stories: written.stories.slice(0, shown),
  }
  const any = written.caseStudies.length + written.stories.length > 0
  return (
    <ShelfSection
      id="contributions"
      title="Your contributions"
      aside={<a href={contributionsPath}>All your contributions</a>}
    >
      {submissions.length > 0 ? <ContributionTable rows={submissions.slice(0, shown)} /> : null}
      {any ? <WrittenList written={newest} /> : null}
      {any || submissions.length > 0 ? null : <p>You have not written anything yet.</p>}
    </ShelfSection>
  )
}
