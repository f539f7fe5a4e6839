'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireViewer } from '@/lib/auth/session'
import { caseStudyPath, versionPath } from '@/lib/case-studies/paths'
import { restoreCaseStudy } from '@/lib/case-studies/restore'
import { type FormState, readForm, refusedForm } from '@/lib/platform/form'
import { use, waitMessage } from '@/lib/platform/rate-limit'

const restore = z.object({
  page: z.coerce.number().int().positive(),
  number: z.coerce.number().int().positive(),
  base: z.coerce.number().int().positive(),
})

const MESSAGES = {
  'not-allowed':
    'New members cannot restore versions yet. Edit the page instead: a moderator will look at it.',
  'not-found': 'There is no such version.',
  'unknown-label': 'This version has a label that no longer exists. Edit the page instead.',
  stale:
    'Somebody has saved a newer version since you opened this page. Look at the history again, then restore.',
  unchanged: 'This version is the same as the current one, so nothing was saved.',
}

export async function restoreVersion(_previous: FormState, form: FormData): Promise<FormState> {
  const read = readForm(restore, form)
  if (!read.ok) return read.state
  const { page, number, base } = read.input
  const viewer = await requireViewer(versionPath({ id: page, slug: 'restore' }, number))
  const wait = await use('save', viewer.id)
  if (wait) return refusedForm(waitMessage(wait), read.values, [], 429)

  const outcome = await restoreCaseStudy(viewer, { id: page, number, base })
  if (!outcome.ok)
    return refusedForm(MESSAGES[outcome.reason], read.values, [], outcome.reason === 'stale' ? 409 : 422)
  redirect(caseStudyPath(outcome.value))
}
