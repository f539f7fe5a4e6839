import '@/app/styles/working.css'
import { formHeadings } from '@/app/_shared/form-headings'
import { pageMetadata } from '@/app/_shared/metadata'
import { openDraft } from '@/app/_shared/open-draft'
import { discard } from '@/app/account/drafts/actions'
import { EditParts } from '@/components/case-studies/edit-parts'
import { EditorForm } from '@/components/case-studies/editor-form'
import { DraftNote } from '@/components/drafts/draft-note'
import { Shell } from '@/components/layout/shell'
import { wantedTitle } from '@/components/wanted/words'
import { Tray } from '@/components/word/tray'
import { requireViewer } from '@/lib/auth/session'
import { EMPTY_DRAFT } from '@/lib/case-studies/draft'
import { newCaseStudyPath } from '@/lib/case-studies/paths'
import { findAskedTemplates } from '@/lib/case-studies/template'
import { listOrganisationNames } from '@/lib/organisations/queries'
import type { FormValues } from '@/lib/platform/form'
import { idOf } from '@/lib/platform/slug'
import { waitsForReview } from '@/lib/review/access'
import { answerPath, wantedItemPath } from '@/lib/wanted/paths'
import { findWanted, type WantedView } from '@/lib/wanted/queries'
import { fromWordPath } from '@/lib/word/paths'
import { saveCaseStudy } from '../actions'

export const metadata = pageMetadata({ title: 'Share a case study', path: newCaseStudyPath, hidden: true })

type Props = { searchParams: Promise<{ draft?: string | string[]; answers?: string | string[] }> }

export default async function NewCaseStudyPage({ searchParams }: Props) {
  const { draft: wanted, answers } = await searchParams
  const request = await findAnswered(answers)
  const viewer = await requireViewer(hereOf(wanted, request))
  const [headings, organisations, opened] = await Promise.all([
    formHeadings(),
    listOrganisationNames(),
    openDraft(viewer, { kind: 'case_study', head: null, draft: wanted }),
  ])
  const { draft, place } = opened
  const values = draft?.values ?? { ...EMPTY_DRAFT, note: 'First version', ...begunFrom(request) }
  const template = await findAskedTemplates(values, true)
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
        {request && !draft ? (
          <p>
            It answers the request <a href={wantedItemPath(request)}>{wantedTitle(request)}</a>: once it is
            published, everybody concerned is told.
          </p>
        ) : null}
        {draft ? null : (
          <p className="from-word">
            Is it written already? <a href={fromWordPath}>Start from a Word file</a>
          </p>
        )}
      </div>
      <div className="with-side left mt-8">
        <EditParts draft={values} />
        <div className="stack">
          <DraftNote {...opened} isNew back={newCaseStudyPath} discard={discard} />
          <div className="beside-form">
            <Tray key={`tray-${draft?.id}`} pieces={draft?.tray ?? []} values={values} />
            <EditorForm
              key={draft?.id ?? 'new'}
              action={saveCaseStudy}
              draft={values}
              place={place}
              template={template}
              headings={headings}
              organisations={organisations}
              page={null}
              addressKept={false}
              waits={waitsForReview(viewer)}
            />
          </div>
        </div>
      </div>
    </Shell>
  )
}

/** The open request on the wanted list that the address says this will answer. */
async function findAnswered(answers: string | string[] | undefined): Promise<WantedView | null> {
  const wanted = typeof answers === 'string' ? await findWanted(null, idOf(answers) ?? 0) : null
  return wanted?.state === 'open' ? wanted : null
}

function hereOf(draft: string | string[] | undefined, request: WantedView | null): string {
  if (draft) return `${newCaseStudyPath}?draft=${draft}`
  return request ? answerPath(request) : newCaseStudyPath
}

function begunFrom(request: WantedView | null): FormValues {
  return request ? { answers: String(request.id), categories: request.areas.map(({ code }) => code) } : {}
}
