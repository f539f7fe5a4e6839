'use server'

import { caseStudyPath, versionPath } from '@/lib/case-studies/paths'
import { restoreCaseStudy } from '@/lib/case-studies/restore'
import type { FormState } from '@/lib/platform/form'
import { restorePage } from '../save-page'

export async function restoreVersion(_previous: FormState, form: FormData): Promise<FormState> {
  return restorePage(form, { restore: restoreCaseStudy, versionPath, pathOf: caseStudyPath })
}
