import 'server-only'
import type { Prisma, Tx } from '@/lib/platform/db'
import { type ProseHtml, renderProse } from '@/lib/revisions/render'
import type { StoryContent } from './schema'

export function recordOfStory(content: StoryContent): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(content)) as Prisma.InputJsonObject
}

/** Sanitised HTML of each stage, under "stage0", "stage1" and so on. */
export function htmlOfStory(content: StoryContent): ProseHtml {
  return Object.fromEntries(content.stages.map((stage, index) => [`stage${index}`, renderProse(stage.text)]))
}

type Head = { pageId: number; content: StoryContent; changedAt: Date }

/** Rewrites the projection of a story from its head revision. Links to case studies that do not exist are left out. */
export async function projectStory(tx: Tx, { pageId, content, changedAt }: Head): Promise<void> {
  const organisation = content.organisation
    ? await tx.organisation.findUnique({ where: { name: content.organisation }, select: { id: true } })
    : null
  const columns = {
    title: content.title,
    summary: content.summary,
    period: content.period,
    organisationId: organisation?.id ?? null,
    organisationName: content.organisation,
    regions: content.regions,
    stageCount: content.stages.length,
    changedAt,
  }
  await tx.story.upsert({ where: { pageId }, create: { pageId, ...columns }, update: columns })
  await tx.stageCaseStudy.deleteMany({ where: { storyId: pageId } })
  await tx.stageCaseStudy.createMany({ data: await linksOf(tx, pageId, content), skipDuplicates: true })
}

async function linksOf(tx: Tx, storyId: number, content: StoryContent) {
  const wanted = content.stages.flatMap((stage) => stage.caseStudies)
  const rows = await tx.caseStudy.findMany({ where: { pageId: { in: wanted } }, select: { pageId: true } })
  const known = new Set(rows.map((row) => row.pageId))
  return content.stages.flatMap((stage, position) =>
    stage.caseStudies
      .filter((id) => known.has(id))
      .map((caseStudyId) => ({ storyId, position, caseStudyId, stageTitle: stage.title })),
  )
}
