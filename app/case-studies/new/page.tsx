import { pageMetadata } from '@/app/_shared/metadata'
import { EditParts } from '@/components/case-studies/edit-parts'
import { EditorForm } from '@/components/case-studies/editor-form'
import { Shell } from '@/components/layout/shell'
import { requireViewer } from '@/lib/auth/session'
import { EMPTY_DRAFT } from '@/lib/case-studies/draft'
import { newCaseStudyPath } from '@/lib/case-studies/paths'
import { listOrganisationNames } from '@/lib/organisations/queries'
import { waitsForReview } from '@/lib/review/access'
import { listHeadings } from '@/lib/taxonomy/queries'
import { saveCaseStudy } from '../actions'

export const metadata = pageMetadata({ title: 'Share a case study', path: newCaseStudyPath, hidden: true })

export default async function NewCaseStudyPage() {
  const viewer = await requireViewer(newCaseStudyPath)
  const [headings, organisations] = await Promise.all([listHeadings(), listOrganisationNames()])
  const draft = { ...EMPTY_DRAFT, note: 'First version' }
  return (
    <Shell
      current="browse"
      crumbs={[
        { href: '/', label: 'Home' },
        { href: '/case-studies', label: 'Case studies' },
      ]}
    >
      <div className="pagehead">
        <h1>Share a case study</h1>
        <p className="lead">
          A title, a summary, context, action, impact, the legal status and a label are enough. Gaps are
          welcome when they are said.
        </p>
      </div>
      <div className="with-side left mt-8">
        <EditParts draft={draft} />
        <EditorForm
          action={saveCaseStudy}
          draft={draft}
          headings={headings}
          organisations={organisations}
          page={null}
          addressKept={false}
          waits={waitsForReview(viewer)}
        />
      </div>
    </Shell>
  )
}
