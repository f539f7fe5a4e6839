import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import { FormCommentForm } from '@/components/discussions/form-comment-form'
import { Shell } from '@/components/layout/shell'
import { Note } from '@/components/ui/note'
import { requireViewer } from '@/lib/auth/session'
import { newCaseStudyPath } from '@/lib/case-studies/paths'
import { formCommentsPath } from '@/lib/discussions/paths'
import { FORM_FIELDS } from '@/lib/discussions/vocabulary'
import { fieldLabels } from '@/lib/templates/queries'
import { send } from './actions'

export const metadata = pageMetadata({ title: 'Comment on the form', path: formCommentsPath(), hidden: true })

type Props = { searchParams: Promise<{ field?: string | string[]; sent?: string | string[] }> }

const crumbs = [
  { href: '/', label: 'Home' },
  { href: newCaseStudyPath, label: 'Share a case study' },
]

export default async function FormCommentsPage({ searchParams }: Props) {
  const asked = await searchParams
  const [first = ''] = [asked.field].flat()
  const names = await fieldLabels()
  const fields = [...FORM_FIELDS, ...Object.keys(names).filter((name) => name.startsWith('extra.'))]
  const field = fields.includes(first) ? first : ''
  await requireViewer(formCommentsPath(field))
  return (
    <Shell current="browse" crumbs={crumbs}>
      <div className="pagehead">
        <h1>Comment on the form</h1>
        <p className="lead">
          Tell us where the form gets in your way. It is changed by what people say here.
        </p>
      </div>
      {asked.sent ? (
        <Note kind="success" role="status" title="Thank you: the moderators have your comment">
          <p>You can close this tab and go on writing, or say something about another part.</p>
        </Note>
      ) : null}
      <div className="mt-8">
        <FormCommentForm action={send} fields={fields} names={names} field={field} />
      </div>
    </Shell>
  )
}
