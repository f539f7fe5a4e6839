import 'server-only'
import { canPublish } from '@/lib/case-studies/access'
import { renumberMine } from '@/lib/case-studies/renumber'
import { publishFiles } from '@/lib/media/publish'
import { emitting } from '@/lib/outbox/emit'
import type { Tx } from '@/lib/platform/db'
import { type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import { slugOf } from '@/lib/platform/slug'
import { tags } from '@/lib/platform/tags'
import { type Write, writeRows } from '@/lib/platform/write-rows'
import { type LockedPage, revisionWrites } from '@/lib/revisions/append'
import {
  type Draft,
  type Edit,
  type Published,
  type Publisher,
  type Publishing,
  type PublishRefusal,
  publishEdit,
  publishNew,
  type Saved,
} from '@/lib/revisions/publish'
import { restoring } from '@/lib/revisions/undo'
import { knownLabels } from '@/lib/taxonomy/labels'
import type { SignedIn } from '@/lib/users/access'
import { htmlOfStory, projectStory, proseOfStory, recordOfStory } from './record'
import { type StoryContent, storyContent } from './schema'
import { STORY_SHAPE } from './shape'

export type StoryRefusal = PublishRefusal | 'not-allowed' | 'unknown-label'
type Prepared = Draft<StoryContent> & {
  record: ReturnType<typeof recordOfStory>
  html: ReturnType<typeof htmlOfStory>
  slug: string
}

/** How change stories are published. */
export const STORIES: Publisher<StoryContent, Prepared> = {
  kind: 'story',
  shape: STORY_SHAPE,
  align: renumberMine,
  proseOf: proseOfStory,
  read: (record) => storyContent.safeParse(record).data ?? null,
  prepare: (draft) => {
    const { content } = draft
    const html = htmlOfStory(content)
    return { ...draft, record: recordOfStory(content), html, slug: slugOf(content.title) }
  },
  write: writeStory,
}

/** Publishes a new change story with its first revision. */
export async function createStory(
  viewer: SignedIn,
  draft: Draft<StoryContent>,
): Promise<Outcome<Published, 'not-allowed' | 'unknown-label' | 'key-reused'>> {
  if (!canPublish(viewer)) return refused('not-allowed')
  if (!(await knownLabels(draft.content.categories))) return refused('unknown-label')
  return publishNew(STORIES, viewer, draft)
}

/** Adds a revision of a story, merged with what others have saved since `base`, or comes back with a conflict. */
export async function editStory(
  viewer: SignedIn,
  edit: Edit<StoryContent>,
): Promise<Publishing<StoryRefusal>> {
  if (!canPublish(viewer)) return refused('not-allowed')
  if (!(await knownLabels(edit.content.categories))) return refused('unknown-label')
  return publishEdit(STORIES, viewer, edit)
}

/** Makes an old version of a story the current one by adding it again as a new revision. */
export async function restoreStory(
  viewer: SignedIn,
  restore: { id: number; number: number; base: number },
): Promise<Publishing<StoryRefusal>> {
  const edit = await restoring<StoryContent>({ kind: 'story', ...restore })
  return edit ? editStory(viewer, edit) : refused('not-found')
}

async function writeStory(
  tx: Tx,
  viewer: SignedIn,
  { page, draft, also }: { page: LockedPage; draft: Prepared; also: Write[] },
): Promise<Saved & { tags: string[] }> {
  const before = await tagsOfStory(tx, page.id)
  const { content, record, slug, onBehalfOf } = draft
  const actorId = onBehalfOf?.actorId ?? viewer.actorId
  const { number, createdAt, writes } = revisionWrites(page, { ...draft, content: record, actorId })
  await writeRows(tx, [...writes, ...also], emitting('story.saved', { pageId: page.id, number }))
  await publishFiles(tx, { actorId, texts: [JSON.stringify(record)] })
  await projectStory(tx, { pageId: page.id, content, changedAt: createdAt })
  await onBehalfOf?.settle(tx, page.id)
  const shown = [...before, ...(await tagsOfStory(tx, page.id))]
  await publishing(tx, shown)
  return { id: page.id, slug, number, tags: shown }
}

/** The story's own page, the lists it stands in and every case study that says "Part of the story of …". */
export async function tagsOfStory(tx: Tx, storyId: number): Promise<string[]> {
  const links = await tx.stageCaseStudy.findMany({ where: { storyId }, select: { caseStudyId: true } })
  return [
    tags.page(storyId),
    tags.stories,
    tags.everything,
    ...links.map(({ caseStudyId }) => tags.page(caseStudyId)),
  ]
}
