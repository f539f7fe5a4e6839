import '@/app/styles/working.css'
import { notFound } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { OwnAnswersAt } from '@/components/templates/own-answers'
import { TemplatePreview } from '@/components/templates/template-preview'
import { Note } from '@/components/ui/note'
import { requireViewer } from '@/lib/auth/session'
import { renderFields } from '@/lib/revisions/render'
import { exampleAnswers } from '@/lib/templates/example'
import { templatePath, templatePreviewPath } from '@/lib/templates/paths'
import { findTemplateDraft } from '@/lib/templates/queries'
import { shownAnswers } from '@/lib/templates/show'
import { PLACES, type Place } from '@/lib/templates/vocabulary'
import { tryForm } from '../actions'

export const metadata = pageMetadata({ title: 'Preview', path: templatePreviewPath, hidden: true })

const nowhere = { id: 0, slug: '' }

export default async function PreviewPage() {
  const draft = await findTemplateDraft(await requireViewer(templatePreviewPath))
  if (!draft) notFound()
  const fields = draft.fields.filter(({ retired }) => !retired).map((field) => ({ ...field, kept: false }))
  const answers = shownAnswers(fields, exampleAnswers(fields))
  const own = { answers, written: 1, current: 1 }
  const texts = answers.flatMap((answer) =>
    answer.kind === 'prose' ? [[`extra.${answer.key}`, answer.markdown]] : [],
  )
  const html = renderFields(Object.fromEntries(texts))
  const crumbs = [
    { href: '/', label: 'Home' },
    { href: templatePath, label: 'Case study template' },
  ]
  return (
    <Shell crumbs={crumbs}>
      <div className="pagehead">
        <h1>Preview of the template</h1>
        <p className="lead">
          {draft.isBegun ? 'The draft as it stands.' : 'The published template: there is no draft.'} You may
          type into the form; nothing is kept.
        </p>
      </div>
      {fields.length === 0 ? <Note kind="info" title="There are no fields to show yet" /> : null}
      <ShelfSection id="form" title="The form, as writers see it">
        <TemplatePreview action={tryForm} fields={fields} />
      </ShelfSection>
      <ShelfSection id="page" title="A case study, with example answers">
        <div className="article">
          {(Object.entries(PLACES) as [Place, string][]).map(([place, name]) =>
            answers.some(({ after }) => after === place) ? (
              <div key={place} className="template-example">
                <p className="small quiet ui">{place === 'end' ? 'At the end' : `After “${name}”`}</p>
                <OwnAnswersAt
                  page={nowhere}
                  resources={[]}
                  html={html}
                  own={own}
                  place={place}
                  editable={false}
                />
              </div>
            ) : null,
          )}
        </div>
      </ShelfSection>
    </Shell>
  )
}
