import 'server-only'
import { cached } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'

export type NeedsContact = { id: number; slug: string; title: string; organisation: string }

const shown = 5

/** Five case studies without a contact, those with measured results first, and how many there are in all. */
export function listNeedingContact(): Promise<{ total: number; rows: NeedsContact[] }> {
  return cached(['needs-contact'], [tags.everything], async () => {
    const where = { hasContact: false }
    const [total, records] = await Promise.all([
      db.caseStudy.count({ where }),
      db.caseStudy.findMany({
        where,
        orderBy: [{ resultCount: 'desc' }, { changedAt: 'desc' }, { pageId: 'asc' }],
        take: shown,
        select: { pageId: true, title: true, organisationName: true, page: { select: { slug: true } } },
      }),
    ])
    const rows = records.map(({ pageId, title, organisationName, page }) => {
      return { id: pageId, slug: page.slug, title, organisation: organisationName }
    })
    return { total, rows }
  })
}
