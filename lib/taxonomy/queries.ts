import 'server-only'
import { cached } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'

export type Heading = {
  code: string
  parentCode: string | null
  section: SectionKey
  slug: string
  name: string
  note: string
  alsoCalled: string[]
  cpv: string[]
  /** proposed, under-review while a proposal about it is open, or agreed. */
  status: string
  /** Where its pages stand now, the default first: none while it is in use. */
  successors: string[]
  /** When it went out of use; null while it is in use. */
  retiredAt: string | null
}
export type SectionKey = 'steps' | 'internal' | 'external' | 'contracts' | 'impact' | 'docs'
export type CountedHeading = Heading & { count: number }

/** Every heading of the contents tree in its order; the six sections have a code of one letter. */
export function listHeadings(): Promise<Heading[]> {
  return cached(['headings'], [tags.taxonomy], async () => {
    const rows = await db.category.findMany({ orderBy: { position: 'asc' } })
    return rows.map(({ position: _, section, retiredAt, ...row }) => {
      return { ...row, section: section as SectionKey, retiredAt: retiredAt?.toISOString() ?? null }
    })
  })
}

/** The contents tree with the number of case studies under each heading, its sub-headings included. */
export async function listCountedHeadings(): Promise<CountedHeading[]> {
  const [headings, counts] = await Promise.all([listHeadings(), countByHeading()])
  return headings.map((heading) => ({ ...heading, count: counts[heading.code] ?? 0 }))
}

/** Names by code, for labels in rows and comparisons. */
export async function labelNames(): Promise<Map<string, string>> {
  return new Map((await listHeadings()).map(({ code, name }) => [code, name]))
}

function countByHeading(): Promise<Record<string, number>> {
  return cached(['heading-counts'], [tags.everything, tags.taxonomy], async () => {
    const rows = await db.caseStudyCategory.groupBy({ by: ['code'], _count: true })
    return Object.fromEntries(rows.map(({ code, _count }) => [code, _count]))
  })
}
