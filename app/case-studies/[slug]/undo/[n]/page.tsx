import '@/app/styles/working.css'
import { findUndo } from '@/app/_shared/find-undo'
import type { VersionProps } from '@/app/_shared/find-versions'
import { pageMetadata } from '@/app/_shared/metadata'
import { saveCaseStudy } from '@/app/case-studies/actions'
import { CaseStudyTabs } from '@/components/case-studies/head'
import { Shell } from '@/components/layout/shell'
import { UndoBody } from '@/components/revisions/undo-body'
import { draftOf } from '@/lib/case-studies/draft'
import { caseStudyPath, comparePath, undoPath } from '@/lib/case-studies/paths'

export const metadata = pageMetadata({ title: 'Undo a change', path: '/case-studies', hidden: true })

export default async function UndoPage(props: VersionProps) {
  const undo = await findUndo(props, { kind: 'case_study', pathOf: undoPath, formOf: draftOf })
  const page = { id: undo.newer.pageId, slug: undo.newer.slug }
  const { number } = undo.newer
  return (
    <Shell current="browse">
      <UndoBody
        {...undo}
        tabs={<CaseStudyTabs page={page} current="history" />}
        action={saveCaseStudy}
        pagePath={caseStudyPath(page)}
        compareHref={comparePath(page, number - 1, number)}
      />
    </Shell>
  )
}
