import 'server-only'
import { createCaseStudy } from '@/lib/case-studies/create'
import { editCaseStudy } from '@/lib/case-studies/edit'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { now } from '@/lib/platform/clock'
import { db, type Prisma } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { createStory, editStory } from '@/lib/stories/save'
import type { StoryContent } from '@/lib/stories/schema'
import type { SignedIn } from '@/lib/users/access'
import { canDecide } from './access'

export type DecisionRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'decided'
  | 'stale'
  | 'unchanged'
  | 'unknown-label'
type Submission = Prisma.SubmissionGetPayload<{ include: { contributor: { select: { actorId: true } } } }>
type Published = { id: number; slug: string; number: number }

/** Publishes a waiting contribution under its author's name, or refuses: 'stale' when the page has moved on. */
export async function acceptSubmission(
  viewer: SignedIn,
  { id, reason }: { id: number; reason: string },
): Promise<Outcome<Published & { kind: 'case_study' | 'story' }, DecisionRefusal>> {
  const claimed = await claim(viewer, id, { state: 'accepted', reason })
  if (!claimed.ok) return claimed

  const published = await publish(viewer, claimed.value).catch(async (error: unknown) => {
    await release(id)
    throw error
  })
  if (published.ok) {
    await db.submission.update({ where: { id }, data: { pageId: published.value.id } })
    return done({ ...published.value, kind: claimed.value.kind })
  }
  await release(id)
  return published
}

/** Turns a contribution down with a reason that its author reads. */
export async function declineSubmission(
  viewer: SignedIn,
  { id, reason }: { id: number; reason: string },
): Promise<Outcome<null, DecisionRefusal>> {
  const claimed = await claim(viewer, id, { state: 'declined', reason })
  return claimed.ok ? done(null) : claimed
}

/** One conditional update decides who decides: of two moderators at once, the second is told. */
async function claim(
  viewer: SignedIn,
  id: number,
  decision: { state: string; reason: string },
): Promise<Outcome<Submission, DecisionRefusal>> {
  const submission = await db.submission.findUnique({
    where: { id },
    include: { contributor: { select: { actorId: true } } },
  })
  if (!submission) return refused('not-found')
  if (!canDecide(viewer, submission)) return refused('not-allowed')

  const data = { ...decision, decidedById: viewer.id, decidedAt: now() }
  const { count } = await db.submission.updateMany({ where: { id, state: 'waiting' }, data })
  return count ? done(submission) : refused('decided')
}

async function release(id: number): Promise<void> {
  await db.submission.update({
    where: { id },
    data: { state: 'waiting', decidedById: null, decidedAt: null, reason: '' },
  })
}

function publish(viewer: SignedIn, submission: Submission): Promise<Outcome<Published, DecisionRefusal>> {
  const { pageId, base, note, contributor } = submission
  const common = { note, onBehalfOf: { actorId: contributor.actorId } }
  if (submission.kind === 'story') {
    const content = submission.content as StoryContent
    return pageId && base
      ? editStory(viewer, { id: pageId, base, content, ...common })
      : createStory(viewer, { content, ...common })
  }
  const content = withPrivateEmail(submission)
  return pageId && base
    ? editCaseStudy(viewer, { id: pageId, base, content, ...common })
    : createCaseStudy(viewer, { content, ...common })
}

function withPrivateEmail({ content, privateEmail }: Submission): CaseStudyContent {
  const kept = content as CaseStudyContent
  return kept.contact?.byForm ? { ...kept, contact: { ...kept.contact, email: privateEmail } } : kept
}
