import 'server-only'
import { canPublish } from '@/lib/case-studies/access'
import { emit } from '@/lib/outbox/emit'
import { published } from '@/lib/platform/cache'
import { db, type Tx } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { slugOf } from '@/lib/platform/slug'
import { tags } from '@/lib/platform/tags'
import {
  appendRevision,
  createPage,
  type LockedPage,
  lockPage,
  type OnBehalfOf,
  sameAsHead,
} from '@/lib/revisions/append'
import { knownLabels } from '@/lib/taxonomy/labels'
import type { SignedIn } from '@/lib/users/access'
import { htmlOfStory, projectStory, recordOfStory } from './record'
import type { StoryContent } from './schema'

export type SavedStory = { id: number; slug: string; number: number }
export type StoryRefusal = 'not-allowed' | 'not-found' | 'unknown-label' | 'stale' | 'unchanged'
type Draft = { content: StoryContent; note: string; restoredFrom?: number; onBehalfOf?: OnBehalfOf }
type Result = Outcome<SavedStory & { tags: string[] }, StoryRefusal>

/** Publishes a new change story with its first revision. */
export async function createStory(
  viewer: SignedIn,
  draft: Draft,
): Promise<Outcome<SavedStory, StoryRefusal>> {
  if (!canPublish(viewer)) return refused('not-allowed')
  if (!(await knownLabels(draft.content.categories))) return refused('unknown-label')
  const slug = slugOf(draft.content.title)
  return acknowledge(
    await db.$transaction(async (tx) => write(tx, viewer, await createPage(tx, 'story', slug), draft)),
  )
}

/** Adds a revision of a story on top of the one the author was reading, or refuses and writes nothing. */
export async function editStory(
  viewer: SignedIn,
  edit: Draft & { id: number; base: number },
): Promise<Outcome<SavedStory, StoryRefusal>> {
  if (!canPublish(viewer)) return refused('not-allowed')
  if (!(await knownLabels(edit.content.categories))) return refused('unknown-label')
  const outcome = await db.$transaction(async (tx): Promise<Result> => {
    const page = await lockPage(tx, 'story', edit.id)
    if (!page) return refused('not-found')
    if (page.headNumber !== edit.base) return refused('stale')
    if (sameAsHead(page, recordOfStory(edit.content))) return refused('unchanged')
    return write(tx, viewer, page, edit)
  })
  return acknowledge(outcome)
}

/** Makes an old version of a story the current one by adding it again as a new revision. */
export async function restoreStory(
  viewer: SignedIn,
  { id, number, base }: { id: number; number: number; base: number },
) {
  const revision = await db.revision.findUnique({
    where: { pageId_number: { pageId: id, number }, page: { kind: 'story' } },
  })
  if (!revision) return refused('not-found' as const)
  const content = revision.content as StoryContent
  return editStory(viewer, { id, base, content, note: `Restored version ${number}`, restoredFrom: number })
}

async function write(tx: Tx, viewer: SignedIn, page: LockedPage, draft: Draft): Promise<Result> {
  const before = await tagsOfStory(tx, page.id)
  const slug = slugOf(draft.content.title)
  const { number, createdAt } = await appendRevision(tx, page, {
    content: recordOfStory(draft.content),
    html: htmlOfStory(draft.content),
    actorId: draft.onBehalfOf?.actorId ?? viewer.actorId,
    note: draft.note,
    slug,
    restoredFrom: draft.restoredFrom,
  })
  await projectStory(tx, { pageId: page.id, content: draft.content, changedAt: createdAt })
  await emit(tx, 'story.saved', { pageId: page.id, number })
  await draft.onBehalfOf?.settle(tx, page.id)
  return done({ id: page.id, slug, number, tags: [...before, ...(await tagsOfStory(tx, page.id))] })
}

async function acknowledge(outcome: Result): Promise<Outcome<SavedStory, StoryRefusal>> {
  if (!outcome.ok) return outcome
  await published(outcome.value.tags)
  const { id, slug, number } = outcome.value
  return done({ id, slug, number })
}

/** The story's own page, the lists it stands in and every case study that says "Part of the story of …". */
async function tagsOfStory(tx: Tx, storyId: number): Promise<string[]> {
  const links = await tx.stageCaseStudy.findMany({ where: { storyId }, select: { caseStudyId: true } })
  return [
    tags.page(storyId),
    tags.stories,
    tags.everything,
    ...links.map(({ caseStudyId }) => tags.page(caseStudyId)),
  ]
}
