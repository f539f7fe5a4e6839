import '@/app/styles/working.css'
import { notFound } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { dayOf } from '@/components/dates'
import { Shell } from '@/components/layout/shell'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Note } from '@/components/ui/note'
import { contactPath, editPath } from '@/lib/case-studies/paths'
import { findQuestion, type OpenQuestion } from '@/lib/confirmations/queries'
import { answer } from './actions'

export const metadata = pageMetadata({ title: 'Is this still true?', path: '/confirm', hidden: true })

type Given = string | string[] | undefined
type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ answered?: Given }> }

export default async function ConfirmPage({ params, searchParams }: Props) {
  const { token } = await params
  const question = await findQuestion(token)
  if (!question) notFound()
  const { answered } = await searchParams
  return (
    <Shell crumbs={[{ href: '/', label: 'Home' }]}>
      <div className="pagehead">
        <h1>Is this still true?</h1>
        <p className="lead">
          <a href={question.page.path}>{question.page.title}</a>
        </p>
      </div>
      <div className="mt-8 stack measure">
        {answered && question.answer ? <Thanks question={question} /> : null}
        <form action={answer} className="stack">
          <input type="hidden" name="token" value={token} />
          <p>
            {answered && question.answer
              ? 'You can change your answer.'
              : `You were asked on ${dayOf(question.askedOn)}, as the contact of this case study. One press is enough.`}
          </p>
          <div className="buttons">
            <Button name="answer" value="true" kind={answered ? 'second' : 'primary'}>
              Yes, still true
            </Button>
            <Button name="answer" value="changed" kind="second">
              Something has changed
            </Button>
          </div>
        </form>
      </div>
    </Shell>
  )
}

function Thanks({ question: { page, answer } }: { question: OpenQuestion }) {
  if (answer === 'true')
    return (
      <Note kind="success" role="status" title="Thank you">
        The page now says that it was confirmed today. You will be asked again in a year.
      </Note>
    )
  return (
    <>
      <Note kind="info" role="status" title="Thank you. What has changed?">
        The page now says that something has changed. Put it right yourself, or tell a moderator in a
        sentence.
      </Note>
      <p className="buttons">
        <ButtonLink href={editPath(page)}>Edit the page</ButtonLink>
        <ButtonLink href={`${contactPath(page)}#report`} kind="second">
          Tell a moderator
        </ButtonLink>
      </p>
    </>
  )
}
