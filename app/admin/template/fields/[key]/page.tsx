import '@/app/styles/working.css'
import { notFound } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import { FieldForm } from '@/components/templates/field-form'
import { FormCommentList } from '@/components/templates/form-comment-list'
import { requireViewer } from '@/lib/auth/session'
import { listFormComments } from '@/lib/contact/form-comments'
import { templateFieldPath, templatePath } from '@/lib/templates/paths'
import { findTemplateDraft, findTemplates } from '@/lib/templates/queries'
import { saveField } from '../../actions'

export const metadata = pageMetadata({ title: 'Edit a field', path: templatePath, hidden: true })

type Props = { params: Promise<{ key: string }> }

export default async function FieldPage({ params }: Props) {
  const { key } = await params
  const viewer = await requireViewer(templateFieldPath(encodeURIComponent(key)))
  const draft = await findTemplateDraft(viewer)
  const field = draft?.fields.find((each) => each.key === key)
  if (!draft || !field) notFound()
  const [{ current }, comments] = await Promise.all([findTemplates(), listFormComments(viewer)])
  const crumbs = [
    { href: '/', label: 'Home' },
    { href: templatePath, label: 'Case study template' },
  ]
  return (
    <Shell crumbs={crumbs}>
      <div className="pagehead">
        <h1>Edit “{field.label}”</h1>
      </div>
      <FormCommentList comments={comments.filter((comment) => comment.field === `extra.${key}`)} />
      <div className="mt-8">
        <FieldForm
          action={saveField}
          standing={draft.standing}
          field={field}
          published={current.fields.some((each) => each.key === key)}
        />
      </div>
    </Shell>
  )
}
