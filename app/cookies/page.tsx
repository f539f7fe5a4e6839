import { pageMetadata } from '@/app/_shared/metadata'
import { Guide, type GuideSection } from '@/components/guides/guide'
import { DataTable } from '@/components/ui/data-table'
import { cookieName, cookieSeconds } from '@/lib/auth/config'

export const metadata = pageMetadata({
  title: 'Cookies',
  description: 'The one cookie this site needs, what it is for and how long it stays.',
  path: '/cookies',
})

export default function CookiesPage() {
  return (
    <Guide
      title="Cookies"
      lead="Reading sets no cookie. Signing in sets one, which is needed, so there is no banner."
      sections={sections}
    />
  )
}

function Session() {
  const days = cookieSeconds / 86_400
  return (
    <>
      <DataTable
        caption="The cookie that is set when you sign in"
        columns={[{ label: 'Name' }, { label: 'Purpose' }, { label: 'Expires' }]}
        rows={[
          {
            key: 'session',
            cells: [
              <code key="name">{cookieName()}</code>,
              'Tells us that it is you who is signed in. It holds the sealed number of your session and nothing else.',
              `${days} days after you sign in, or when you sign out`,
            ],
          },
        ]}
      />
      <p>
        Only our server can read it; scripts in the page cannot. Where the site is served over https its name
        begins with <code>__Host-</code>, which keeps it to this one site.
      </p>
    </>
  )
}

function SignInService() {
  return (
    <p>
      The sign-in library has an address of its own under <code>/api/auth</code>, which no page here uses.
      Only if a program or a person asks there directly, it sets two cookies that end with the browser
      session: <code>next-auth.csrf-token</code>, against forged requests, and{' '}
      <code>next-auth.callback-url</code>, the page to come back to. Over https their names begin with{' '}
      <code>__Host-</code> and <code>__Secure-</code>.
    </p>
  )
}

const sections: GuideSection[] = [
  { id: 'session', title: 'When you sign in', body: <Session /> },
  { id: 'sign-in-service', title: 'Only if the sign-in service is asked directly', body: <SignInService /> },
  {
    id: 'others',
    title: 'Nobody else’s',
    body: (
      <p>
        No page loads anything from another site, nothing is measured or tracked, and nothing is kept in the
        storage of your browser for reading.
      </p>
    ),
  },
]
