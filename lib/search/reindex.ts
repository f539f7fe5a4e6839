import 'server-only'
import { storiesNaming } from '@/lib/pages/lock'
import { db, type Tx } from '@/lib/platform/db'
import { followMerges } from '@/lib/revisions/merges'
import { effectiveLabels, leadsTo } from '@/lib/taxonomy/effective'
import { readHeadingTree } from '@/lib/taxonomy/queries'
import { governedValue } from './governed'
import { forgetDocuments, keepDocuments, writeIndex } from './keep'
import { CATEGORIES, ORGANISATIONS, PAGES, PEOPLE, SITE, type Source } from './sources'

/** So many are written in one transaction: others who write wait for no more than these. */
const atOnce = 50

/**
 * Brings what search keeps of a page up to date, whatever has happened to it, with what names or counts it: stories that
 * link it, the page that it was merged into, its headings, its organisation. May run twice or late.
 */
export async function reindexPage({ pageId }: { pageId: number }): Promise<void> {
  // Whatever it was ever merged into: its favourites count there, or did.
  const events = await db.pageEvent.findMany({
    where: { pageId, otherPageId: { not: null } },
    select: { otherPageId: true },
  })
  const ends = await followMerges(db, [pageId, ...events.flatMap(({ otherPageId }) => otherPageId ?? [])])
  const ids = [...new Set([pageId, ...ends.values()])]
  await reindexPages([...ids, ...(await storiesNaming(db, ids))])
}

/** The same for many pages without what names them, a part at a time. Answers the documents that were written. */
export async function reindexPages(pageIds: number[]): Promise<string[]> {
  const written: string[] = []
  for (const some of parts([...new Set(pageIds)]))
    written.push(
      ...(await writeIndex(some, async (tx) => {
        const before = await countedUnder(tx, some)
        const ids = await writeSome(tx, PAGES, some.map(String))
        const { category, organisation } = moved(before, await countedUnder(tx, some))
        const headings = await writeSome(tx, CATEGORIES, await inUse(tx, category))
        return [...ids, ...headings, ...(await writeSome(tx, ORGANISATIONS, organisation))]
      })),
    )
  return written
}

/** Writes what a source has under these keys, a part at a time. Answers the documents that were written or taken out. */
export async function reindexKeys(source: Source, keys: string[]): Promise<string[]> {
  if (source === PAGES) return reindexPages(keys.map(Number))
  const written: string[] = []
  for (const some of parts(keys)) written.push(...(await writeIndex([], (tx) => writeSome(tx, source, some))))
  return written
}

/** A step of `writeIndex`. */
async function writeSome(tx: Tx, source: Source, keys: string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const documents = await source.documents(tx, keys)
  const gone = await tx.searchDocument.findMany({
    where: { AND: [source.where(keys), { id: { notIn: documents.map(({ id }) => id) } }] },
    select: { id: true },
  })
  const ids = gone.map(({ id }) => id)
  if (ids.length > 0) await forgetDocuments(tx, ids)
  return [...ids, ...(await keepDocuments(tx, documents))]
}

/** Writes the whole directory of organisations, and the pages of those whose type or name is another now. */
export async function reindexOrganisations(): Promise<void> {
  await reindexKeys(ORGANISATIONS, await ORGANISATIONS.keys(db))
  const pages = await db.$queryRaw<{ id: number }[]>`
    SELECT page_id AS id FROM case_study WHERE organisation_id IS NOT NULL
    UNION SELECT page_id FROM story WHERE organisation_id IS NOT NULL ORDER BY 1`
  await reindexPages(pages.map(({ id }) => id))
}

/** Writes anew every case study that answers a field of the template: the words of its options may be others now. */
export async function reindexAnswered(): Promise<void> {
  const pages = await db.$queryRaw<{ id: number }[]>`
    SELECT page_id AS id FROM case_study WHERE extra <> '{}' ORDER BY page_id`
  await reindexPages(pages.map(({ id }) => id))
}

export async function reindexPerson({ personId }: { personId: string }): Promise<void> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { handle: true } })
  if (person) await reindexKeys(PEOPLE, [person.handle])
}

/** Writes the laws, and the case studies that are found under another legal label or law than they have. */
export async function reindexLaw(): Promise<void> {
  await reindexKeys(SITE, ['site'])
  const rows = await db.$queryRaw<(Facts & { found: string[] })[]>`
    SELECT l.page_id AS id, l.label, l.law, l.value_band AS band, ARRAY(SELECT f.facet || ' ' || f.value FROM search_facet f
      WHERE f.id = ANY(d.facets) AND f.facet IN ('standing', 'governed') ORDER BY f.facet) AS found
    FROM search_document d JOIN legal_status l ON l.page_id = d.page_id WHERE d.kind = 'case_study' ORDER BY 1`
  const moved = rows.filter(({ label, law, band, found }) => {
    const governed = label === 'current' ? [`governed ${governedValue(law, band)}`] : []
    return found.join() !== [...governed, `standing ${label}`].join()
  })
  await reindexPages(moved.map(({ id }) => id))
}

type Facts = { id: number; label: string; law: string; band: string }
type Counted = { page: number; facet: string; value: string }[]

/** What counts these pages: as the index has them; and of those that are not live any more, as they were labelled. */
function countedUnder(tx: Tx, pageIds: number[]): Promise<Counted> {
  return tx.$queryRaw`
    SELECT d.page_id AS page, f.facet, f.value FROM search_document d JOIN search_facet f ON f.id = ANY(d.facets)
    WHERE d.page_id = ANY(${pageIds}::int[]) AND d.kind = 'case_study' AND f.facet IN ('category', 'organisation')
    UNION ALL SELECT p.id, 'ticked', c FROM page p JOIN revision r ON r.page_id = p.id AND r.number = p.head_number,
      jsonb_array_elements_text(r.content -> 'categories') c WHERE p.id = ANY(${pageIds}::int[]) AND p.state <> 'live'
    UNION ALL SELECT p.id, 'lead', o.id::text FROM page p
      JOIN revision r ON r.page_id = p.id AND r.number = p.head_number JOIN organisation o ON o.name = r.content ->> 'organisation'
    WHERE p.id = ANY(${pageIds}::int[]) AND p.state <> 'live'`
}

/** What may count another number now: whatever counted a page before or counts it now, but not both. */
function moved(before: Counted, after: Counted) {
  const keys = (rows: Counted) => new Set(rows.map((row) => JSON.stringify(row)))
  const [then, now] = [keys(before), keys(after)]
  const gone = (facet: string) => facet === 'ticked' || facet === 'lead'
  const changed = [...before, ...after].filter((row) => {
    const key = JSON.stringify(row)
    return gone(row.facet) || then.has(key) !== now.has(key)
  })
  const of = (...facets: string[]) => [
    ...new Set(changed.flatMap(({ facet, value }) => (facets.includes(facet) ? value : []))),
  ]
  return { category: of('category', 'ticked'), organisation: of('organisation', 'lead') }
}

/** These headings or what they became, and those above them. */
async function inUse(tx: Tx, codes: string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const tree = await readHeadingTree(tx)
  const led = codes.flatMap((code) => leadsTo(code, tree))
  return effectiveLabels(led, tree).map(({ code }) => code)
}

function parts<Item>(all: Item[]): Item[][] {
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, at) =>
    all.slice(at * atOnce, (at + 1) * atOnce),
  )
}
