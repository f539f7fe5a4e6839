import 'server-only'
import { type FileView, listLinkedFiles } from '@/lib/media/queries'
import { cached } from '@/lib/platform/cache'
import { db, type Prisma } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import { findVersion, listAuthors } from '@/lib/revisions/queries'
import type { ProseHtml } from '@/lib/revisions/render'
import type { Author } from '@/lib/users/names'
import { perPage } from './limits'
import { htmlOf } from './record'
import { type CaseStudyRow, rowsByIds } from './rows'
import type { CaseStudyContent } from './schema'

export type CaseStudyView = {
  id: number
  slug: string
  number: number
  changedAt: string
  content: CaseStudyContent
  html: ProseHtml
  row: CaseStudyRow
  organisation: { id: number; slug: string; name: string; type: string; region: string } | null
  authors: Author[]
  /** Of the documents that are kept here, by address. */
  files: Record<string, FileView>
  stories: {
    id: number
    slug: string
    title: string
    organisation: string
    stage: string
    position: number
  }[]
}

/** The current version of a case study as a reader sees it, or null. */
export function findVisibleCaseStudy(id: number): Promise<CaseStudyView | null> {
  return cached(['case-study', id], [tags.page(id), tags.taxonomy, tags.law], async () => {
    const record = await db.caseStudy.findUnique({
      where: { pageId: id },
      include: {
        page: { select: { slug: true, headNumber: true } },
        organisation: { select: { id: true, slug: true, name: true, type: true, region: true } },
        stages: {
          orderBy: { position: 'asc' },
          include: { story: { include: { page: { select: { slug: true } } } } },
        },
      },
    })
    if (!record) return null
    const [version, authors, [row]] = await Promise.all([
      findVersion<CaseStudyContent>('case_study', id, record.page.headNumber),
      listAuthors(id),
      rowsByIds([id]),
    ])
    if (!version || !row) return null
    const files = await listLinkedFiles(version.content.resources.map(({ url }) => url))
    return {
      id,
      slug: record.page.slug,
      number: version.number,
      changedAt: version.createdAt,
      content: version.content,
      html: version.html ?? htmlOf(version.content),
      row,
      organisation: record.organisation,
      authors,
      files,
      stories: record.stages.map(storyLink),
    }
  })
}

type StageRecord = Prisma.StageCaseStudyGetPayload<{
  include: { story: { include: { page: { select: { slug: true } } } } }
}>

function storyLink({ story, stageTitle, position }: StageRecord) {
  const { pageId: id, title, organisationName: organisation } = story
  return { id, slug: story.page.slug, title, organisation, stage: stageTitle, position }
}

/** Up to four others under the same heading, the best evidenced first. */
export function listRelated(id: number, code: string): Promise<CaseStudyRow[]> {
  return cached(['related', id, code], [tags.category(code), tags.law], async () => {
    const records = await db.caseStudy.findMany({
      where: { pageId: { not: id }, categories: { some: { code } } },
      orderBy: [{ resultCount: 'desc' }, { changedAt: 'desc' }, { pageId: 'asc' }],
      take: 4,
      select: { pageId: true },
    })
    return rowsByIds(records.map(({ pageId }) => pageId))
  })
}

/** The first page of the case studies under a heading: those with measured results first. */
export function listUnderHeading(code: string): Promise<CaseStudyRow[]> {
  return cached(['under', code], [tags.category(code), tags.taxonomy, tags.law], async () => {
    const records = await db.caseStudy.findMany({
      where: { categories: { some: { code } } },
      orderBy: [{ resultCount: 'desc' }, { changedAt: 'desc' }, { pageId: 'asc' }],
      take: perPage,
      select: { pageId: true },
    })
    return rowsByIds(records.map(({ pageId }) => pageId))
  })
}

export function listOfOrganisation(organisationId: number): Promise<CaseStudyRow[]> {
  return cached(
    ['of-organisation', organisationId],
    [tags.organisation(organisationId), tags.law, tags.taxonomy],
    async () => {
      const where = { organisationId }
      const records = await db.caseStudy.findMany({
        where,
        orderBy: { changedAt: 'desc' },
        take: 100,
        select: { pageId: true },
      })
      return rowsByIds(records.map(({ pageId }) => pageId))
    },
  )
}

/** Striking results, open gaps, the newest under each section, and how many there are: what home shows. */
export function findHomeContent() {
  return cached(['home'], [tags.everything, tags.law], async () => {
    const [total, struck, gaps, newest] = await Promise.all([
      db.caseStudy.count(),
      rowsByIds(await strikingIds(5)),
      db.caseStudy.findMany({
        where: { gapCount: { gt: 0 } },
        orderBy: NEWEST,
        skip: 5,
        take: 3,
        select: { pageId: true },
      }),
      newestPerSection(),
    ])
    return { total, struck, gaps: await rowsByIds(gaps.map(({ pageId }) => pageId)), newest }
  })
}

/** Results that strike and hold: documented, with a before and an after, the newest first. */
async function strikingIds(most: number): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT r.page_id AS id FROM result r JOIN case_study cs USING (page_id) WHERE r.position = 0
    ORDER BY (r.certainty = 'documented') DESC, (r.before <> '') DESC, (cs.evidence = 'documented') DESC, cs.added_at DESC, r.page_id
    LIMIT ${most}`
  return rows.map(({ id }) => id)
}

const NEWEST = [{ addedAt: 'desc' as const }, { pageId: 'asc' as const }]

/** Three of the newest case studies under each of the six sections. */
async function newestPerSection(): Promise<Record<string, CaseStudyRow[]>> {
  const rows = await db.$queryRaw<{ code: string; id: number }[]>`
    SELECT s.code, t.page_id AS id FROM category s CROSS JOIN LATERAL (
      SELECT cs.page_id FROM case_study_category c JOIN case_study cs USING (page_id)
      WHERE c.code = s.code ORDER BY cs.added_at DESC, cs.page_id LIMIT 3) t
    WHERE s.parent_code IS NULL ORDER BY s.position`
  const found = new Map((await rowsByIds([...new Set(rows.map(({ id }) => id))])).map((row) => [row.id, row]))
  const sections: Record<string, CaseStudyRow[]> = {}
  for (const { code, id } of rows) {
    const row = found.get(id)
    if (row) sections[code] = [...(sections[code] ?? []), row]
  }
  return sections
}
