import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireViewer } from '@/lib/auth/session'
import { type FormState, readForm, refusedForm } from '@/lib/platform/form'
import { use, waitMessage } from '@/lib/platform/rate-limit'
import type { Publishing } from '@/lib/revisions/publish'
import type { SignedIn } from '@/lib/users/access'
import { id } from './save-facts'
import type { SaveRefusal } from './save-page'

const restore = z.object({ page: id, number: id, base: id })

const AGAIN =
  'Somebody has saved a newer version since you opened this page. Look at the history again, then restore.'
const UNFIT = 'This version cannot be restored as it stands. Edit the page instead.'

const RESTORE_MESSAGES: Record<SaveRefusal | 'conflict', string> = {
  'not-allowed':
    'New members cannot restore versions yet. Edit the page instead: a moderator will look at it.',
  'not-found': 'There is no such version.',
  'not-live': 'This page has been withdrawn or merged into another, so it cannot be changed.',
  'unknown-label': 'This version has a label that no longer exists. Edit the page instead.',
  'unknown-case-study': UNFIT,
  'unknown-base': 'There is no such version.',
  stale: AGAIN,
  conflict: AGAIN,
  unchanged: 'This version is the same as the current one, so nothing was saved.',
  'key-reused': UNFIT,
  'merge-invalid': UNFIT,
}

type Addressed = { id: number; slug: string }
export type Restoring = {
  restore: (
    viewer: SignedIn,
    wanted: { id: number; number: number; base: number },
  ) => Promise<Publishing<SaveRefusal>>
  versionPath: (page: Addressed, number: number) => string
  pathOf: (page: Addressed) => string
}

/** Makes an old version of a page the current one, and goes there. */
export async function restorePage(form: FormData, restoring: Restoring): Promise<FormState> {
  const read = readForm(restore, form)
  if (!read.ok) return read.state
  const { page, number, base } = read.input
  const viewer = await requireViewer(restoring.versionPath({ id: page, slug: 'restore' }, number))
  const wait = await use('save', viewer.id)
  if (wait) return refusedForm(waitMessage(wait), read.values, [], 429)

  const outcome = await restoring.restore(viewer, { id: page, number, base })
  if (outcome.ok) redirect(restoring.pathOf(outcome.value))
  const moved = outcome.reason === 'stale' || outcome.reason === 'conflict'
  return refusedForm(RESTORE_MESSAGES[outcome.reason], read.values, [], moved ? 409 : 422)
}
