import '@/app/styles/working.css'
import { areaShelves } from '@/app/_shared/area-shelves'
import { pageMetadata } from '@/app/_shared/metadata'
import { AccountTabs } from '@/components/account/account-tabs'
import { SettingsForm } from '@/components/account/settings-form'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { PersonItem } from '@/components/people/person-item'
import { Note } from '@/components/ui/note'
import { Rows } from '@/components/ui/rows'
import { requireViewer } from '@/lib/auth/session'
import { listOrganisationNames } from '@/lib/organisations/queries'
import { REGIONS } from '@/lib/organisations/vocabulary'
import { findOwnListing, type ListedPerson } from '@/lib/people/directory'
import { findOwnAccount } from '@/lib/people/profile'
import { listHeadings, resolveCodes } from '@/lib/taxonomy/queries'
import { accountPath, settingsPath } from '@/lib/users/paths'
import { saveSettings } from './actions'

export const metadata = pageMetadata({ title: 'Your settings', path: settingsPath, hidden: true })

type Props = { searchParams: Promise<{ saved?: string | string[] }> }

const crumbs = [
  { href: '/', label: 'Home' },
  { href: accountPath, label: 'My cupboard' },
]

export default async function SettingsPage({ searchParams }: Props) {
  const viewer = await requireViewer(settingsPath)
  const [account, listing, organisations, headings, { saved }] = await Promise.all([
    findOwnAccount(viewer),
    findOwnListing(viewer),
    listOrganisationNames(),
    listHeadings(),
    searchParams,
  ])
  const {
    name,
    jobTitle,
    organisation,
    region,
    about,
    canHelpWith,
    helpCategories,
    listed,
    email,
    mailFrequency,
  } = account
  // Ticks follow a heading that was merged or split since.
  const ticked = await resolveCodes(helpCategories)
  const initial = {
    name,
    jobTitle,
    organisation,
    region,
    about,
    canHelpWith,
    helpCategories: ticked,
    mailFrequency,
  }
  return (
    <Shell crumbs={crumbs}>
      <div className="pagehead">
        <h1>Your settings</h1>
        <p className="lead">You sign in as {email}. Readers never see that address.</p>
      </div>
      <AccountTabs current={settingsPath} />
      {saved ? (
        <div className="mt-8">
          <Note kind="success" role="status" title="Your settings are saved" />
        </div>
      ) : null}
      <div className="mt-8">
        <SettingsForm
          action={saveSettings}
          initial={{ ...initial, listed: listed ? 'on' : '' }}
          organisations={organisations}
          regions={REGIONS}
          shelves={areaShelves(headings)}
        />
      </div>
      <Preview listing={listing} listed={listed} />
    </Shell>
  )
}

function Preview({ listing, listed }: { listing: ListedPerson; listed: boolean }) {
  return (
    <ShelfSection id="preview" title={listed ? 'What others see' : 'What others would see'}>
      <p className="measure">
        {listed
          ? 'You are listed in the people directory. This is how it shows you, from what you last saved.'
          : 'You are not listed, and nobody sees this. It is drawn from what you last saved.'}
      </p>
      <div className="mt-6">
        <Rows unordered>
          <PersonItem person={listing} href={listed ? undefined : '#listed'} />
        </Rows>
      </div>
    </ShelfSection>
  )
}
