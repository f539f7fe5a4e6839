import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import { SignInForm } from '@/components/account/sign-in-form'
import { Shell } from '@/components/layout/shell'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Note } from '@/components/ui/note'
import { getViewer } from '@/lib/auth/session'
import { env } from '@/lib/platform/env'
import { localPath } from '@/lib/users/paths'
import { signInWithPassword, signOut } from './actions'

export const metadata = pageMetadata({ title: 'Sign in', path: '/sign-in', hidden: true })

type Props = { searchParams: Promise<{ back?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const [viewer, { back }] = await Promise.all([getViewer(), searchParams])
  if (viewer) return <SignedInAlready name={viewer.name} />
  return (
    <Shell crumbs={[{ href: '/', label: 'Home' }]}>
      <div className="pagehead">
        <h1>Sign in</h1>
        <p className="lead">Reading needs no account. Sign in to share, revise and keep favourites.</p>
      </div>
      <div className="mt-8 max-w-xl">
        <SignInForm action={signInWithPassword} back={localPath([back].flat()[0], '')} />
        <p className="mt-6">
          No account yet? <a href="/register">Register</a>
        </p>
        {env.demo ? (
          <div className="mt-8">
            <Note kind="info" title="This is a demonstration">
              <p>
                Sign in as <code>officer@demo.example</code>, <code>moderator@demo.example</code> or{' '}
                <code>newcomer@demo.example</code> with the password <code>open-the-cupboard</code>. These
                accounts are for trying things out: none of them is a person.
              </p>
            </Note>
          </div>
        ) : null}
      </div>
    </Shell>
  )
}

function SignedInAlready({ name }: { name: string }) {
  return (
    <Shell crumbs={[{ href: '/', label: 'Home' }]}>
      <div className="pagehead">
        <h1>You are signed in</h1>
        <p className="lead">You are signed in as {name}.</p>
      </div>
      <form action={signOut} className="buttons mt-8">
        <ButtonLink href="/account">Go to my account</ButtonLink>
        <Button kind="second">Sign out</Button>
      </form>
    </Shell>
  )
}
