import 'server-only'
import { createCaseStudy } from '@/lib/case-studies/create'
import { editCaseStudy } from '@/lib/case-studies/edit'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { now } from '@/lib/platform/clock'
import { db, type Prisma, type Tx } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import type { OnBehalfOf } from '@/lib/revisions/append'
import type { Publishing } from '@/lib/revisions/publish'
import { createStory, editStory, type StoryRefusal } from '@/lib/stories/save'
import type { StoryContent } from '@/lib/stories/schema'
import type { SignedIn } from '@/lib/users/access'
import { canDecide } from './access'

export type DecisionRefusal = StoryRefusal | 'decided' | 'conflict'
type Submission = Prisma.SubmissionGetPayload<{ include: { contributor: { select: { actorId: true } } } }>
type Published = { id: number; slug: string; number: number }

/**
 * Publishes a waiting contribution under its author's name, merged with what was saved since, or refuses: 'conflict' when
 * both changed the same words.
 */
export async function acceptSubmission(
  viewer: SignedIn,
  { id, reason }: { id: number; reason: string },
): Promise<Outcome<Published & { kind: 'case_study' | 'story' }, DecisionRefusal>> {
  const found = await findUndecided(viewer, id)
  if (!found.ok) return found

  try {
    // Published and marked in one transaction: no contribution is ever accepted but missing, or published twice.
    const published = await publish(viewer, found.value, async (tx, pageId) => {
      if (!(await decide(tx, viewer, { id, state: 'accepted', reason, pageId }))) throw new AlreadyDecided()
    })
    return published.ok ? done({ ...published.value, kind: found.value.kind }) : refused(published.reason)
  } catch (error) {
    if (error instanceof AlreadyDecided) return refused('decided')
    throw error
  }
}

/** Turns a contribution down with a reason that its author reads. */
export async function declineSubmission(
  viewer: SignedIn,
  { id, reason }: { id: number; reason: string },
): Promise<Outcome<null, DecisionRefusal>> {
  const found = await findUndecided(viewer, id)
  if (!found.ok) return found
  return (await decide(db, viewer, { id, state: 'declined', reason })) ? done(null) : refused('decided')
}

class AlreadyDecided extends Error {}

async function findUndecided(viewer: SignedIn, id: number): Promise<Outcome<Submission, DecisionRefusal>> {
  const submission = await db.submission.findUnique({
    where: { id },
    include: { contributor: { select: { actorId: true } } },
  })
  if (!submission) return refused('not-found')
  if (!canDecide(viewer, submission)) return refused('not-allowed')
  return submission.state === 'waiting' ? done(submission) : refused('decided')
}

type Decision = { id: number; state: 'accepted' | 'declined'; reason: string; pageId?: number }

/** One conditional update decides who decides: of two moderators at once, the second is told. */
async function decide(tx: Tx, viewer: SignedIn, { id, ...decision }: Decision): Promise<boolean> {
  const data = { ...decision, decidedById: viewer.id, decidedAt: now() }
  const { count } = await tx.submission.updateMany({ where: { id, state: 'waiting' }, data })
  return count === 1
}

function publish(
  viewer: SignedIn,
  submission: Submission,
  settle: OnBehalfOf['settle'],
): Promise<Publishing<StoryRefusal>> {
  const { pageId, base, note, contributor } = submission
  const common = { note, onBehalfOf: { actorId: contributor.actorId, settle } }
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
