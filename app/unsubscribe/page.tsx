import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { frequencyPath, notificationsPath, unsubscribePath } from '@/lib/following/paths'
import { stoppedBy } from '@/lib/following/unsubscribe'

export const metadata = pageMetadata({ title: 'Stop mail', path: '/unsubscribe', hidden: true })

type Given = string | string[] | undefined
type Props = { searchParams: Promise<{ token?: Given; done?: Given }> }

export default async function UnsubscribePage({ searchParams }: Props) {
  const params = await searchParams
  const token = [params.token].flat()[0] ?? ''
  const stopped = await stoppedBy(token)
  return (
    <Shell crumbs={[{ href: '/', label: 'Home' }]}>
      <div className="pagehead">
        <h1>Stop mail</h1>
      </div>
      <div className="mt-8 stack measure">
        {stopped === null ? <Unknown /> : null}
        {stopped && params.done ? <Stopped stopped={stopped} /> : null}
        {stopped && !params.done ? <Ask stopped={stopped} token={token} /> : null}
      </div>
    </Shell>
  )
}

type What = { name: string } | 'all'

function Ask({ stopped, token }: { stopped: What; token: string }) {
  return (
    <>
      <p>
        {stopped === 'all'
          ? 'You will get no more mail about what you watch. Your list on this site is kept.'
          : `You will no longer watch ${stopped.name}, and get no more mail about it.`}
      </p>
      <form method="post" action={unsubscribePath(token)} className="buttons">
        <input type="hidden" name="button" value="1" />
        <Button>{stopped === 'all' ? 'Stop all of it' : 'Stop watching'}</Button>
      </form>
      <p>
        Rather have less of it? <a href={frequencyPath}>Choose how often you get mail</a>.
      </p>
    </>
  )
}

function Stopped({ stopped }: { stopped: What }) {
  return (
    <>
      <Note kind="success" role="status" title="Done">
        {stopped === 'all'
          ? 'You get no more mail about what you watch. A mail that has already left may still arrive.'
          : `You no longer watch ${stopped.name}. A mail that has already left may still arrive.`}
      </Note>
      <p>
        Changed your mind? <a href={stopped === 'all' ? frequencyPath : notificationsPath}>Sign in</a> and
        turn it on again.
      </p>
    </>
  )
}

function Unknown() {
  return (
    <>
      <Note kind="error" title="This link is not known here">
        It may have been cut off. Open it from the mail again, or copy all of it. Nothing was changed.
      </Note>
      <p>
        You can also <a href={frequencyPath}>sign in and choose how often you get mail</a>.
      </p>
    </>
  )
}
