import 'server-only'
import { cached } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import { type Author, authorsOf, FORMER } from '@/lib/users/names'

export type RecentChange = {
  pageId: number
  kind: 'case_study' | 'story'
  slug: string
  title: string
  number: number
  note: string
  createdAt: string
  author: Author
}

/** The newest changes of the whole site. */
export function listRecentChanges(most: number): Promise<RecentChange[]> {
  return cached(['recent-changes', most], [tags.everything], async () => {
    const revisions = await db.revision.findMany({
      where: { page: { state: 'live' } },
      orderBy: [{ createdAt: 'desc' }, { pageId: 'desc' }],
      take: most,
      select: {
        pageId: true,
        number: true,
        note: true,
        actorId: true,
        createdAt: true,
        page: {
          select: {
            kind: true,
            slug: true,
            caseStudy: { select: { title: true } },
            story: { select: { title: true } },
          },
        },
      },
    })
    const authors = await authorsOf(revisions.map((revision) => revision.actorId))
    return revisions.map(({ page, actorId, createdAt, ...revision }) => ({
      ...revision,
      kind: page.kind,
      slug: page.slug,
      title: (page.caseStudy ?? page.story)?.title ?? '',
      createdAt: createdAt.toISOString(),
      author: authors.get(actorId) ?? FORMER,
    }))
  })
}
