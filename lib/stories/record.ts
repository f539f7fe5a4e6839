import 'server-only'
import type { Prisma, Tx } from '@/lib/platform/db'
import { followMerges } from '@/lib/revisions/merges'
import { type ProseHtml, renderFields } from '@/lib/revisions/render'
import type { StoryContent } from './schema'

export function recordOfStory(content: StoryContent): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(content)) as Prisma.InputJsonObject
}

/** The Markdown of each stage, under "stage0", "stage1" and so on. */
export function proseOfStory(content: StoryContent): Record<string, string> {
  return Object.fromEntries(content.stages.map((stage, index) => [`stage${index}`, stage.text]))
}

/** Sanitised HTML of each stage. */
export function htmlOfStory(content: StoryContent): ProseHtml {
  return renderFields(proseOfStory(content))
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
  await linkStages(tx, pageId, content)
}

/** Points each stage at the case studies that it names, as they stand now. The story is locked already. */
export async function linkStages(tx: Tx, storyId: number, content: StoryContent): Promise<void> {
  // The pages are held before the links are touched: who withdraws one of them holds it before its links too.
  const data = await linksOf(tx, storyId, content)
  await tx.stageCaseStudy.deleteMany({ where: { storyId } })
  await tx.stageCaseStudy.createMany({ data, skipDuplicates: true })
}

async function linksOf(tx: Tx, storyId: number, content: StoryContent) {
  const named = [...new Set(content.stages.flatMap((stage) => stage.caseStudies))]
  const ends = await heldEnds(tx, named)
  const rows = await tx.caseStudy.findMany({
    where: { pageId: { in: [...ends.values()] } },
    select: { pageId: true },
  })
  const known = new Set(rows.map((row) => row.pageId))
  return content.stages.flatMap((stage, position) =>
    stage.caseStudies
      .flatMap((id) => ends.get(id) ?? [])
      .filter((id) => known.has(id))
      .map((caseStudyId) => ({ storyId, position, caseStudyId, stageTitle: stage.title })),
  )
}

/** Where the named pages live now; they can be neither withdrawn nor merged before this transaction ends. */
async function heldEnds(tx: Tx, named: number[]): Promise<Map<number, number>> {
  const before = await followMerges(tx, named)
  const ids = [...new Set([...named, ...before.values()])]
  if (ids.length > 0) await tx.$queryRaw`SELECT FROM page WHERE id = ANY(${ids}) ORDER BY id FOR KEY SHARE`
  return followMerges(tx, named)
}
