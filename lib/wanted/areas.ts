import 'server-only'
import { cached } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import { effectiveLabels } from '@/lib/taxonomy/effective'
import { type Heading, headingTree } from '@/lib/taxonomy/queries'

type Named = { id: number; slug: string; title: string; origin: string }
export type WantedUnder = { total: number; newest: Named[] }

const shown = 3

/** Unanswered requests under a heading and all below it: how many, and the newest three. */
export async function findWantedUnder(code: string): Promise<WantedUnder> {
  const under = (await openByHeading())[code] ?? []
  return { total: under.length, newest: under.slice(0, shown) }
}

export type AreaCount = Pick<Heading, 'code' | 'slug' | 'name' | 'section'> & { count: number }

/**
 * How many requests nobody has answered, by heading below the sections, in the order of the tree; headings that nobody
 * asks about are left out. A request under two headings is counted under both.
 */
export async function countByArea(): Promise<AreaCount[]> {
  const [tree, open] = await Promise.all([headingTree(), openByHeading()])
  return [...tree.values()].flatMap(({ code, slug, name, section, parentCode }) => {
    const count = open[code]?.length ?? 0
    return parentCode !== null && count > 0 ? [{ code, slug, name, section, count }] : []
  })
}

function openByHeading(): Promise<Record<string, Named[]>> {
  return cached(['wanted-by-heading'], [tags.wanted, tags.taxonomy], async () => {
    const [tree, rows] = await Promise.all([
      headingTree(),
      db.wanted.findMany({
        where: { state: 'open', NOT: { categories: { isEmpty: true } } },
        orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
        select: { id: true, slug: true, title: true, origin: true, categories: true },
      }),
    ])
    const by: Record<string, Named[]> = {}
    for (const { categories, ...row } of rows)
      for (const { code } of effectiveLabels(categories, tree)) by[code] = [...(by[code] ?? []), row]
    return by
  })
}
