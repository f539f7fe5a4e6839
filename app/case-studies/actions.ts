'use server'

import { asDraft, saveFacts } from '@/app/_shared/save-facts'
import { type Saving, savePage } from '@/app/_shared/save-page'
import type { EditState } from '@/components/revisions/edit-state'
import { createCaseStudy } from '@/lib/case-studies/create'
import { draftOf } from '@/lib/case-studies/draft'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { caseStudyPath, mergedPath } from '@/lib/case-studies/paths'
import { recordOf } from '@/lib/case-studies/record'
import { type CaseStudyContent, caseStudyContent } from '@/lib/case-studies/schema'
import { CASE_STUDIES } from '@/lib/case-studies/write'
import { submitCaseStudy } from '@/lib/review/submit'
import type { JsonObject } from '@/lib/revisions/shape'

const saving: Saving<CaseStudyContent> = {
  kind: 'case_study',
  rules: CASE_STUDIES,
  recordOf: (content) => recordOf(content).record as JsonObject,
  formOf: draftOf,
  schema: caseStudyContent.and(saveFacts).transform(asDraft),
  publish: (viewer, { page, ...draft }) =>
    page ? editCaseStudy(viewer, { ...page, ...draft }) : createCaseStudy(viewer, draft),
  submit: submitCaseStudy,
  pathOf: caseStudyPath,
  mergedPath,
}

/** Saves a case study, new or revised: published at once, or sent to a moderator for new members. */
export async function saveCaseStudy(_previous: EditState, form: FormData): Promise<EditState> {
  return savePage(form, saving)
}
