'use server'

import { restorePage } from '@/app/_shared/restore-page'
import { caseStudyPath, versionPath } from '@/lib/case-studies/paths'
import { restoreCaseStudy } from '@/lib/case-studies/restore'
import type { FormState } from '@/lib/platform/form'

export async function restoreVersion(_previous: FormState, form: FormData): Promise<FormState> {
  return restorePage(form, { restore: restoreCaseStudy, versionPath, pathOf: caseStudyPath })
}
