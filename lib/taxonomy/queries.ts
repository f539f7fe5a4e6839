import 'server-only'
import { cached } from '@/lib/platform/cache'
import { db, type Prisma, type Tx } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import { codesLeadingTo, codesUnder, effectiveLabels, leadsTo, parentsIn, treeOf } from './effective'

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
export type HeadingTree = ReadonlyMap<string, Heading>

/** Every heading in use, in the order of the contents tree; the six sections have a code of one letter. */
export async function listHeadings(): Promise<Heading[]> {
  return (await listAllHeadings()).filter(({ retiredAt }) => retiredAt === null)
}

/** Every heading there ever was, those out of use too, in the order of the contents tree. */
export function listAllHeadings(): Promise<Heading[]> {
  return cached(['headings'], [tags.taxonomy], async () => {
    const [rows, open] = await Promise.all([
      db.category.findMany(),
      db.categoryChange.findMany({ where: { state: 'open' }, select: { codes: true } }),
    ])
    const discussed = new Set(open.flatMap(({ codes }) => codes))
    return headingsOf(rows).map((heading) =>
      discussed.has(heading.code) ? { ...heading, status: 'under-review' } : heading,
    )
  })
}

function headingsOf(rows: Prisma.CategoryGetPayload<object>[]): Heading[] {
  return inOrder(rows).map(({ position: _, section, retiredAt, ...row }) => ({
    ...row,
    section: section as SectionKey,
    retiredAt: retiredAt?.toISOString() ?? null,
  }))
}

/** The same by code: what `effectiveLabels` and its like are asked with. */
export async function headingTree(): Promise<HeadingTree> {
  return treeOf(await listAllHeadings())
}

/** The same as a transaction sees it, without what is being discussed. */
export async function readHeadingTree(tx: Tx): Promise<HeadingTree> {
  return treeOf(headingsOf(await tx.category.findMany()))
}

/** The contents tree with the number of case studies under each heading, its sub-headings included. */
export async function listCountedHeadings(): Promise<CountedHeading[]> {
  const [headings, counts] = await Promise.all([listHeadings(), countByHeading()])
  return headings.map((heading) => ({ ...heading, count: counts[heading.code] ?? 0 }))
}

/** Names by code, for labels in rows and comparisons: a version keeps the codes that it was written with. */
export async function labelNames(): Promise<Map<string, string>> {
  return new Map((await listAllHeadings()).map(({ code, name }) => [code, name]))
}

/** What these labels stand for now, in the order of the tree: the headings in use, without sections. */
export async function listStanding(codes: readonly string[]): Promise<Heading[]> {
  const tree = await headingTree()
  const standing = effectiveLabels(codes, tree).flatMap(({ code, ticked }) => (ticked ? [code] : []))
  return [...tree.values()].filter(({ code }) => standing.includes(code))
}

/** The headings in use that codes in an address lead to: all of those that one was split into. Unknown ones stay. */
export async function resolveCodes(codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const tree = await headingTree()
  return [...new Set(codes.flatMap((code) => (tree.has(code) ? leadsTo(code, tree) : [code])))]
}

/** Every code, out of use or not, whose pages stand under one of these headings. */
export async function listCodesUnder(headings: readonly string[]): Promise<string[]> {
  const tree = await headingTree()
  return [...new Set(headings.flatMap((heading) => codesUnder(heading, tree)))]
}

/** Every code that leads to one of these headings or to one below it: all that watches and offers of help may name. */
export async function listCodesLeadingTo(codes: readonly string[]): Promise<string[]> {
  return codesLeadingTo(codes, await headingTree())
}

/**
 * A heading by its code with those above it, from the section down, and where it leads: itself while it is in use;
 * otherwise one heading (to redirect to) or several (to choose from).
 */
export async function findHeading(
  code: string,
): Promise<{ heading: Heading; above: Heading[]; leadsTo: Heading[] } | null> {
  const tree = await headingTree()
  const heading = tree.get(code.toUpperCase())
  if (!heading) return null
  const named = (codes: string[]) => codes.flatMap((it) => tree.get(it) ?? [])
  const above = named(parentsIn(tree, heading.code)).reverse()
  return { heading, above, leadsTo: named(leadsTo(heading.code, tree)) }
}

function countByHeading(): Promise<Record<string, number>> {
  return cached(['heading-counts'], [tags.everything, tags.taxonomy], async () => {
    const rows = await db.caseStudyCategory.groupBy({ by: ['code'], _count: true })
    return Object.fromEntries(rows.map(({ code, _count }) => [code, _count]))
  })
}

const NUMERIC = new Intl.Collator('en', { numeric: true })

/** From the top down, each heading before those below it: a place is counted among those beside it. */
function inOrder<Row extends { code: string; parentCode: string | null; position: number }>(
  rows: Row[],
): Row[] {
  const below = new Map<string | null, Row[]>()
  for (const row of rows) below.set(row.parentCode, [...(below.get(row.parentCode) ?? []), row])
  const walk = (parent: string | null): Row[] =>
    (below.get(parent) ?? [])
      .sort((a, b) => a.position - b.position || NUMERIC.compare(a.code, b.code))
      .flatMap((row) => [row, ...walk(row.code)])
  return walk(null)
}
