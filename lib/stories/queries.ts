import 'server-only'
import { type CaseStudyRow, rowsByIds } from '@/lib/case-studies/rows'
import { cached } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import { followMerges } from '@/lib/revisions/merges'
import { findVersion, listAuthors } from '@/lib/revisions/queries'
import type { ProseHtml } from '@/lib/revisions/render'
import type { Author } from '@/lib/users/names'
import { htmlOfStory } from './record'
import type { StoryContent } from './schema'

export type StoryRow = {
  id: number
  slug: string
  title: string
  summary: string
  period: string
  organisation: string
  regions: string[]
  stageCount: number
}
export type StoryView = {
  id: number
  slug: string
  number: number
  changedAt: string
  content: StoryContent
  html: ProseHtml
  authors: Author[]
  organisation: { id: number; slug: string; name: string } | null
  caseStudies: LinkedCaseStudies
}
/** The case studies that the stages link, by the id that the stage gives: a merged one stands for what it became. */
export type LinkedCaseStudies = Record<number, CaseStudyRow>

/** Every change story, in the order in which they were added. */
export function listStories(): Promise<StoryRow[]> {
  return cached(['stories'], [tags.stories], async () => {
    const records = await db.story.findMany({
      orderBy: { pageId: 'asc' },
      include: { page: { select: { slug: true } } },
    })
    return records.map(({ pageId, page, organisationName, title, summary, period, regions, stageCount }) => {
      return {
        id: pageId,
        slug: page.slug,
        organisation: organisationName,
        title,
        summary,
        period,
        regions,
        stageCount,
      }
    })
  })
}

/** The current version of a story as a reader sees it, or null. */
export function findVisibleStory(id: number): Promise<StoryView | null> {
  return cached(['story', id], [tags.page(id), tags.law, tags.taxonomy], async () => {
    const page = await db.page.findFirst({
      where: { id, kind: 'story', state: 'live' },
      include: ORGANISATION,
    })
    if (!page) return null
    const version = await findVersion<StoryContent>('story', id, page.headNumber)
    if (!version) return null
    const [caseStudies, authors] = await Promise.all([linkedBy(version.content), listAuthors(id)])
    return {
      id,
      slug: page.slug,
      number: version.number,
      changedAt: version.createdAt,
      content: version.content,
      html: version.html ?? htmlOfStory(version.content),
      authors,
      organisation: page.story?.organisation ?? null,
      caseStudies,
    }
  })
}

/** The case studies that any version of a story links. Those that do not exist are left out. */
export function listLinked(content: StoryContent): Promise<LinkedCaseStudies> {
  return cached(['linked', ...linksOf(content)], [tags.everything], () => linkedBy(content))
}

/** Whether every case study that the stages link exists. */
export async function knownLinks(content: StoryContent): Promise<boolean> {
  return Object.keys(await linkedBy(content)).length === linksOf(content).length
}

const ORGANISATION = {
  story: { select: { organisation: { select: { id: true, slug: true, name: true } } } },
} as const

async function linkedBy(content: StoryContent): Promise<LinkedCaseStudies> {
  const ends = await followMerges(db, linksOf(content))
  const rows = await rowsByIds([...new Set(ends.values())])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return Object.fromEntries(
    [...ends].flatMap(([id, end]) => {
      const row = byId.get(end)
      return row ? [[id, row]] : []
    }),
  )
}

function linksOf(content: StoryContent): number[] {
  return [...new Set(content.stages.flatMap((stage) => stage.caseStudies))]
}
