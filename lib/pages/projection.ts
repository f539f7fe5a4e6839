import 'server-only'
import { projectCaseStudy } from '@/lib/case-studies/project'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { tagsShowing } from '@/lib/case-studies/tags'
import type { Tx } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import { isWithheld } from '@/lib/revisions/withheld'
import { linkStages, projectStory } from '@/lib/stories/record'
import { tagsOfStory } from '@/lib/stories/save'
import type { StoryContent } from '@/lib/stories/schema'
import { holdHierarchy } from '@/lib/taxonomy/hierarchy'
import type { HeldPage } from './lock'

type Page = Pick<HeldPage, 'id' | 'kind' | 'headNumber'>

/** Takes a page out of whatever lists, counts or finds. Its versions, talk, favourites and watches stay. */
export async function removeProjection(tx: Tx, { id, kind }: Page): Promise<void> {
  if (kind === 'story') {
    await tx.stageCaseStudy.deleteMany({ where: { storyId: id } })
    await tx.story.deleteMany({ where: { pageId: id } })
    return
  }
  // Before its labels are touched: a change of the hierarchy writes those of many pages, and each would wait for the other.
  await holdHierarchy(tx)
  const where = { where: { pageId: id } }
  await tx.stageCaseStudy.deleteMany({ where: { caseStudyId: id } })
  await tx.caseStudyCategory.deleteMany(where)
  await tx.resource.deleteMany(where)
  await tx.result.deleteMany(where)
  await tx.legalStatus.deleteMany(where)
  await tx.caseStudy.deleteMany(where)
}

/** Writes the projection of a page anew from its current version, as if it had never been away. */
export async function rebuildProjection(tx: Tx, page: Page): Promise<void> {
  const { content, createdAt: changedAt } = await headOf(tx, page)
  if (page.kind === 'story')
    return projectStory(tx, { pageId: page.id, content: content as StoryContent, changedAt })
  const head = { pageId: page.id, content: content as CaseStudyContent, changedAt, privateEmail: '' }
  await projectCaseStudy(tx, head)
  const first = await tx.revision.findUniqueOrThrow({
    where: { pageId_number: { pageId: page.id, number: 1 } },
    select: { createdAt: true },
  })
  await tx.caseStudy.update({ where: { pageId: page.id }, data: { addedAt: first.createdAt } })
}

/** Points the stages of these locked stories at the case studies that they name, as those stand now. */
export async function relinkStories(tx: Tx, storyIds: number[]): Promise<string[]> {
  const stories = await tx.page.findMany({ where: { id: { in: storyIds }, state: 'live' } })
  for (const story of stories) {
    const { content } = await headOf(tx, story)
    await linkStages(tx, story.id, content as StoryContent)
  }
  return storyIds.map((id) => tags.page(id))
}

/** The names of every cached page that shows this page as it now stands. */
export async function tagsOf(tx: Tx, { id, kind }: Page): Promise<string[]> {
  return kind === 'story' ? tagsOfStory(tx, id) : tagsShowing(tx, id)
}

/** Whether the page came out of an export without its texts, because it had been withdrawn. */
export async function hasNoText(tx: Tx, page: Omit<Page, 'kind'>): Promise<boolean> {
  return isWithheld((await headOf(tx, page)).content)
}

function headOf(tx: Tx, { id, headNumber }: Omit<Page, 'kind'>) {
  return tx.revision.findUniqueOrThrow({
    where: { pageId_number: { pageId: id, number: headNumber } },
    select: { content: true, createdAt: true },
  })
}
