import 'server-only'
import { db, type PageKind } from '@/lib/platform/db'
import { idsLeadingTo } from '@/lib/revisions/merges'
import { searchesFinding } from '@/lib/search/match'
import { effectiveLabels, leadsTo } from '@/lib/taxonomy/effective'
import { choicesOf } from '@/lib/taxonomy/hierarchy'
import { type HeadingTree, headingTree } from '@/lib/taxonomy/queries'
import type { WatchKind } from './vocabulary'

/** Why a person is told, as "kind:ref" of what they watch. */
export type Reasons = Map<string, string>

const CLOSEST: WatchKind[] = ['page', 'organisation', 'category', 'search']

/** Who watches this page, or a heading, organisation or search that it belongs to; each with the closest reason. */
export async function watchersOf(page: { id: number; kind: PageKind; content: unknown }): Promise<Reasons> {
  const watches = await db.watch.findMany({
    where: {
      OR: [
        { kind: 'page', ref: { in: await refsOf(page.id) } },
        { kind: 'category', ref: { in: await codesWatchedFor(page) } },
        { kind: 'organisation', ref: { in: await organisationsOf(page.id) } },
        { kind: 'search', ref: { in: await searchesFinding(page, await watchedSearches()) } },
      ],
    },
    orderBy: { id: 'asc' },
    select: { personId: true, kind: true, ref: true },
  })
  const reasons: Reasons = new Map()
  for (const kind of CLOSEST)
    for (const watch of watches)
      if (watch.kind === kind && !reasons.has(watch.personId))
        reasons.set(watch.personId, kind === 'page' ? `page:${page.id}` : `${kind}:${watch.ref}`)
  return reasons
}

/** Who watches the page itself. */
export async function watchersOfPage(pageId: number): Promise<Reasons> {
  const watches = await db.watch.findMany({
    where: { kind: 'page', ref: { in: await refsOf(pageId) } },
    select: { personId: true },
  })
  return new Map(watches.map(({ personId }) => [personId, `page:${pageId}`]))
}

/** Who watches any of these laws; each with the first of them that they watch. */
export async function watchersOfLaws(codes: string[]): Promise<Reasons> {
  const watches = await db.watch.findMany({
    where: { kind: 'law', ref: { in: codes } },
    orderBy: { id: 'desc' },
    select: { personId: true, ref: true },
  })
  return new Map(watches.map(({ personId, ref }) => [personId, `law:${ref}`]))
}

/** Who watches one of these headings, or one that led to it; each with the first of them that they watch. */
export async function watchersOfHeadings(codes: string[]): Promise<Reasons> {
  const refs = [...codes, ...codesLeadingHere(new Set(codes), await headingTree())]
  const watches = await db.watch.findMany({
    where: { kind: 'category', ref: { in: refs } },
    orderBy: { id: 'desc' },
    select: { personId: true, ref: true },
  })
  return new Map(watches.map(({ personId, ref }) => [personId, `category:${ref}`]))
}

/** Who watched a page that was merged into this one watches this one. */
async function refsOf(pageId: number): Promise<string[]> {
  return (await idsLeadingTo(db, pageId)).map(String)
}

/** The headings that a page stands under, and those out of use that lead to one of them. */
async function codesWatchedFor({ id, content }: { id: number; content: unknown }): Promise<string[]> {
  const { categories } = content as { categories?: string[] }
  const tree = await headingTree()
  const standing = effectiveLabels(categories ?? [], tree, (await choicesOf(db, [id])).get(id))
  return codesLeadingHere(new Set(standing.map(({ code }) => code)), tree)
}

/** A heading that was retired from a section does not make its watchers watch the whole section. */
function codesLeadingHere(headings: ReadonlySet<string>, tree: HeadingTree): string[] {
  const watchable = (code: string) => headings.has(code) && tree.get(code)?.parentCode !== null
  return [...tree.keys()].filter((code) => headings.has(code) || leadsTo(code, tree).some(watchable))
}

async function organisationsOf(pageId: number): Promise<string[]> {
  const where = { where: { pageId }, select: { organisationId: true } }
  const rows = await Promise.all([db.caseStudy.findUnique(where), db.story.findUnique(where)])
  return rows.flatMap((row) => (row?.organisationId ? [String(row.organisationId)] : []))
}

async function watchedSearches(): Promise<string[]> {
  const rows = await db.watch.groupBy({ by: ['ref'], where: { kind: 'search' } })
  return rows.map(({ ref }) => ref)
}
