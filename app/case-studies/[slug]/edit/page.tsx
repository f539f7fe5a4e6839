import { notLive } from '@/app/_shared/gone'
import { pageMetadata } from '@/app/_shared/metadata'
import { EditParts } from '@/components/case-studies/edit-parts'
import { EditorForm } from '@/components/case-studies/editor-form'
import { Shell } from '@/components/layout/shell'
import { EditBar } from '@/components/revisions/edit-bar'
import { requireViewer } from '@/lib/auth/session'
import { draftOf } from '@/lib/case-studies/draft'
import { caseStudyPath, editPath } from '@/lib/case-studies/paths'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { hasPrivateContact } from '@/lib/contact/private-contact'
import { listOrganisationNames } from '@/lib/organisations/queries'
import { idOf } from '@/lib/platform/slug'
import { waitsForReview } from '@/lib/review/access'
import { findHead } from '@/lib/revisions/queries'
import { listHeadings } from '@/lib/taxonomy/queries'
import { saveCaseStudy } from '../../actions'

type Props = { params: Promise<{ slug: string }> }

export const metadata = pageMetadata({ title: 'Edit a case study', path: '/case-studies', hidden: true })

export default async function EditPage({ params }: Props) {
  const { slug } = await params
  const id = idOf(slug)
  const head = id === null ? null : await findHead<CaseStudyContent>('case_study', id)
  if (!head) return notLive({ kind: 'case_study', slug, pathOf: editPath })
  const viewer = await requireViewer(editPath(head))
  const [headings, organisations, addressKept] = await Promise.all([
    listHeadings(),
    listOrganisationNames(),
    hasPrivateContact(head.id),
  ])
  const draft = draftOf(head.content)
  return (
    <Shell current="browse" before={<EditBar title={head.content.title} leave={caseStudyPath(head)} />}>
      <div className="with-side left mt-8">
        <EditParts draft={draft} />
        <div>
          <h1 className="vh">Edit {head.content.title}</h1>
          <EditorForm
            action={saveCaseStudy}
            draft={draft}
            headings={headings}
            organisations={organisations}
            page={{ id: head.id, base: head.number, path: caseStudyPath(head) }}
            addressKept={addressKept}
            waits={waitsForReview(viewer)}
          />
        </div>
      </div>
    </Shell>
  )
}
