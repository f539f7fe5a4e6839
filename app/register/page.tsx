import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import { RegisterForm } from '@/components/account/register-form'
import { Shell } from '@/components/layout/shell'
import { Note } from '@/components/ui/note'
import { getViewer } from '@/lib/auth/session'
import { accountPath, registerPath, signInPath } from '@/lib/users/paths'
import { passwordMin } from '@/lib/users/schema'
import { register } from './actions'

export const metadata = pageMetadata({
  title: 'Register',
  description: 'Make an account to share and revise case studies and to keep favourites.',
  path: registerPath,
  hidden: true,
})

export default async function RegisterPage() {
  const viewer = await getViewer()
  return (
    <Shell crumbs={[{ href: '/', label: 'Home' }]}>
      <div className="pagehead">
        <h1>Register</h1>
        <p className="lead">Reading needs no account. Register to share, revise and keep favourites.</p>
      </div>
      <div className="mt-8 max-w-xl">
        {viewer ? (
          <Note kind="info" title={`You are signed in as ${viewer.name}`}>
            <p>
              You have an account already. <a href={accountPath}>Go to your account</a>
            </p>
          </Note>
        ) : (
          <NewAccount />
        )}
      </div>
    </Shell>
  )
}

function NewAccount() {
  return (
    <>
      <Note kind="info" title="A moderator sees what new members write first">
        <p>
          Anyone may register. What a new member writes waits until a moderator has read it, and you can
          follow its state in your account. The name you give stands in the public history of the pages you
          write.
        </p>
      </Note>
      <div className="mt-8">
        <RegisterForm action={register} passwordMin={passwordMin} />
      </div>
      <p className="mt-6">
        Have you an account already? <a href={signInPath()}>Sign in</a>. What is kept about you, and why, is
        on the <a href="/privacy">privacy page</a>.
      </p>
    </>
  )
}
