'use server'

import { asDraft, saveFacts } from '@/app/_shared/save-facts'
import { type Saving, savePage } from '@/app/_shared/save-page'
import type { EditState } from '@/components/revisions/edit-state'
import { createCaseStudy } from '@/lib/case-studies/create'
import { draftOf } from '@/lib/case-studies/draft'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { caseStudyPath, mergedPath } from '@/lib/case-studies/paths'
import { recordOf } from '@/lib/case-studies/record'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { contentOfForm } from '@/lib/case-studies/template'
import { caseStudiesOn } from '@/lib/case-studies/write'
import { sameForm, valuesOf } from '@/lib/platform/form'
import { log } from '@/lib/platform/log'
import { idOf } from '@/lib/platform/slug'
import { submitCaseStudy } from '@/lib/review/submit'
import type { JsonObject } from '@/lib/revisions/shape'
import { findTemplates } from '@/lib/templates/queries'
import type { SignedIn } from '@/lib/users/access'
import { answerWithNewPage } from '@/lib/wanted/offer-page'

async function savingOf(form: FormData): Promise<Saving<CaseStudyContent>> {
  const { current } = await findTemplates()
  const asked = { template: String(form.get('template') ?? ''), isNew: !form.get('page') }
  const content = await contentOfForm(asked)
  return {
    kind: 'case_study',
    rules: caseStudiesOn(current.fields),
    recordOf: (written) => recordOf(written).record as JsonObject,
    formOf: draftOf,
    schema: content.and(saveFacts).transform(asDraft),
    publish: async (viewer, { page, ...draft }) => {
      if (page) return editCaseStudy(viewer, { ...page, ...draft })
      const made = await createCaseStudy(viewer, draft)
      if (made.ok) await answerRequest(viewer, String(form.get('answers') ?? ''), made.value.id)
      return made
    },
    submit: submitCaseStudy,
    pathOf: caseStudyPath,
    mergedPath,
  }
}

/** What is published stays published, whatever becomes of the request that it was written for. */
async function answerRequest(viewer: SignedIn, answers: string, pageId: number): Promise<void> {
  const id = idOf(answers)
  if (!id) return
  await answerWithNewPage(viewer, { id, pageId }).catch((error: Error) =>
    log('error', 'a request was not answered', { request: id, page: pageId, reason: error.message }),
  )
}

/** Saves a case study, new or revised: published at once, or sent to a moderator for new members. */
export async function saveCaseStudy(_previous: EditState, form: FormData): Promise<EditState> {
  // The form once more as typed, on the newest template: what that asks besides is shown and then required.
  const upgrade = /^template:(\d{1,6})$/.exec(String(form.get('intent') ?? ''))?.[1]
  if (upgrade) return sameForm({ ...valuesOf(form), template: upgrade })
  return savePage(form, await savingOf(form))
}
