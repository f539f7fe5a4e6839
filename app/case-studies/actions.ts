'use server'

import { asDraft, type Saving, saveFacts, savePage } from '@/app/_shared/save-page'
import type { EditState } from '@/components/revisions/clash-note'
import { compareCaseStudies } from '@/lib/case-studies/compare'
import { createCaseStudy } from '@/lib/case-studies/create'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { caseStudyPath } from '@/lib/case-studies/paths'
import { type CaseStudyContent, caseStudyContent } from '@/lib/case-studies/schema'
import { submitCaseStudy } from '@/lib/review/submit'

const saving: Saving<CaseStudyContent> = {
  kind: 'case_study',
  schema: caseStudyContent.and(saveFacts).transform(asDraft),
  publish: (viewer, { page, ...draft }) =>
    page ? editCaseStudy(viewer, { ...page, ...draft }) : createCaseStudy(viewer, draft),
  submit: submitCaseStudy,
  pathOf: caseStudyPath,
  compare: compareCaseStudies,
}

/** Saves a case study, new or revised: published at once, or sent to a moderator for new members. */
export async function saveCaseStudy(_previous: EditState, form: FormData): Promise<EditState> {
  return savePage(form, saving)
}
