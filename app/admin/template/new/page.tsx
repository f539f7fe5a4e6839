import '@/app/styles/working.css'
import { notFound } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import { FieldForm } from '@/components/templates/field-form'
import { requireViewer } from '@/lib/auth/session'
import { newTemplateFieldPath, templatePath } from '@/lib/templates/paths'
import { findTemplateDraft } from '@/lib/templates/queries'
import { saveField } from '../actions'

export const metadata = pageMetadata({ title: 'Add a field', path: newTemplateFieldPath, hidden: true })

export default async function NewFieldPage() {
  const draft = await findTemplateDraft(await requireViewer(newTemplateFieldPath))
  if (!draft) notFound()
  const crumbs = [
    { href: '/', label: 'Home' },
    { href: templatePath, label: 'Case study template' },
  ]
  return (
    <Shell crumbs={crumbs}>
      <div className="pagehead">
        <h1>Add a field</h1>
        <p className="lead">It goes into the draft. Writers see it once the draft is published.</p>
      </div>
      <div className="mt-8">
        <FieldForm action={saveField} standing={draft.standing} field={null} published={false} />
      </div>
    </Shell>
  )
}
