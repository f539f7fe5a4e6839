import '@/app/styles/working.css'
import { formHeadings } from '@/app/_shared/form-headings'
import { notLive } from '@/app/_shared/gone'
import { pageMetadata } from '@/app/_shared/metadata'
import { openDraft } from '@/app/_shared/open-draft'
import { discard } from '@/app/account/drafts/actions'
import { EditParts } from '@/components/case-studies/edit-parts'
import { EditorForm } from '@/components/case-studies/editor-form'
import { SECTION_NAMES, sectionNamed } from '@/components/case-studies/section-names'
import { DraftNote } from '@/components/drafts/draft-note'
import { Shell } from '@/components/layout/shell'
import { EditBar } from '@/components/revisions/edit-bar'
import { Tray } from '@/components/word/tray'
import { requireViewer } from '@/lib/auth/session'
import { draftOf } from '@/lib/case-studies/draft'
import { caseStudyPath, comparePath, editPath, editSectionPath } from '@/lib/case-studies/paths'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { findAskedTemplates } from '@/lib/case-studies/template'
import { hasPrivateContact } from '@/lib/contact/private-contact'
import { listOrganisationNames } from '@/lib/organisations/queries'
import { idOf } from '@/lib/platform/slug'
import { waitsForReview } from '@/lib/review/access'
import { findHead } from '@/lib/revisions/queries'
import { saveCaseStudy } from '../../actions'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ section?: string | string[]; restarted?: string; template?: string }>
}

export const metadata = pageMetadata({ title: 'Edit a case study', path: '/case-studies', hidden: true })

export default async function EditPage({ params, searchParams }: Props) {
  const { slug } = await params
  const id = idOf(slug)
  const head = id === null ? null : await findHead<CaseStudyContent>('case_study', id)
  if (!head) return notLive({ kind: 'case_study', slug, pathOf: editPath })
  const asked = await searchParams
  const section = sectionNamed(asked.section)
  const here = section ? editSectionPath(head, section) : editPath(head)
  const viewer = await requireViewer(here)
  const [headings, organisations, addressKept, opened] = await Promise.all([
    formHeadings(),
    listOrganisationNames(),
    hasPrivateContact(head.id),
    openDraft(viewer, { kind: 'case_study', head }),
  ])
  const { draft, place, moved } = opened
  const written = draft?.values ?? draftOf(head.content)
  const template = await findAskedTemplates(written, false)
  const newest = String(template.current.version)
  const values = asked.template === 'newest' ? { ...written, template: newest } : written
  const title = section ? `Edit ${SECTION_NAMES[section]}` : `Edit ${head.content.title}`
  const body = (
    <div className="stack">
      <h1 className={section ? undefined : 'vh'}>{title}</h1>
      {section ? (
        <p>
          One part of {head.content.title}. <a href={editPath(head)}>Edit the whole page</a>
        </p>
      ) : null}
      <DraftNote
        {...opened}
        isNew={false}
        back={here}
        discard={discard}
        compareHref={moved ? comparePath(head, moved.base, moved.number) : undefined}
      />
      <div className="beside-form">
        <Tray key={`tray-${draft?.id}`} pieces={draft?.tray ?? []} values={values} />
        <EditorForm
          key={asked.restarted ?? 'page'}
          action={saveCaseStudy}
          draft={values}
          place={place}
          section={section}
          template={template}
          headings={headings}
          organisations={organisations}
          page={{ id: head.id, base: draft?.base ?? head.number, path: caseStudyPath(head) }}
          addressKept={addressKept}
          waits={waitsForReview(viewer)}
        />
      </div>
    </div>
  )
  return (
    <Shell current="browse" before={<EditBar title={head.content.title} leave={caseStudyPath(head)} />}>
      {section ? (
        <div className="mt-8">{body}</div>
      ) : (
        <div className="with-side left mt-8">
          <EditParts draft={values} />
          {body}
        </div>
      )}
    </Shell>
  )
}
