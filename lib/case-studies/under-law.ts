import 'server-only'
import { cached } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import { perPage } from './limits'
import { type CaseStudyRow, rowsByIds } from './rows'

export type UnderLaw = { rows: CaseStudyRow[]; total: number; named: number }

/**
 * The first case studies that a law governed, newest change first: those whose record names it (`named` of the `total`),
 * and those for which the register works it out from the nation and the date.
 */
export function listUnderLaw(code: string): Promise<UnderLaw> {
  return cached(['under-law', code], [tags.law, tags.everything], async () => {
    const where = { legalStatus: { OR: [{ regime: code }, { law: code }] } }
    const [records, total, named] = await Promise.all([
      db.caseStudy.findMany({
        where,
        orderBy: [{ changedAt: 'desc' }, { pageId: 'asc' }],
        take: perPage,
        select: { pageId: true },
      }),
      db.caseStudy.count({ where }),
      db.caseStudy.count({ where: { legalStatus: { regime: code } } }),
    ])
    return { rows: await rowsByIds(records.map(({ pageId }) => pageId)), total, named }
  })
}
