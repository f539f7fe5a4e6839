import 'server-only'
import { type CaseStudyRow, rowsByIds } from '@/lib/case-studies/rows'
import { db } from '@/lib/platform/db'

export type WrittenStory = { id: number; slug: string; title: string; organisation: string }
export type Written = { caseStudies: CaseStudyRow[]; stories: WrittenStory[] }

const most = 100

/** The pages that a person wrote or revised, those they touched last first. A page counts once. */
export async function listWritten(actorId: string): Promise<Written> {
  const touched = await db.revision.groupBy({
    by: ['pageId'],
    where: { actorId },
    _max: { createdAt: true },
    orderBy: { _max: { createdAt: 'desc' } },
    take: most,
  })
  const ids = touched.map(({ pageId }) => pageId)
  const [caseStudies, records] = await Promise.all([
    rowsByIds(ids),
    db.story.findMany({ where: { pageId: { in: ids } }, include: { page: { select: { slug: true } } } }),
  ])
  const stories = records.map(({ pageId, page, title, organisationName }) => {
    return { id: pageId, slug: page.slug, title, organisation: organisationName }
  })
  return { caseStudies, stories: stories.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)) }
}

/** The ids of every page that shows this person's name, as an author or as somebody asked to review it. */
export async function pagesWrittenBy(actorId: string): Promise<number[]> {
  const [written, asked] = await Promise.all([
    db.revision.findMany({ where: { actorId }, distinct: ['pageId'], select: { pageId: true } }),
    db.reviewRequest.findMany({
      where: { closedAt: null, people: { some: { person: { actorId } } } },
      select: { pageId: true },
    }),
  ])
  return [...new Set([...written, ...asked].map(({ pageId }) => pageId))]
}
