import 'server-only'
import { db, Prisma, type Tx } from '@/lib/platform/db'
import type { SearchDocument } from './schema'
import { vectorsOf } from './vector'
import { KINDS, type Kind } from './vocabulary'

/**
 * Builds and writes in one transaction. The pages are held: one that is withdrawn meanwhile waits, and `build` is told
 * only of those that are live. Other writers wait too, so that what was read last is what stays.
 */
export async function writeIndex<Result>(
  pageIds: number[],
  build: (tx: Tx, live: number[]) => Promise<Result>,
): Promise<Result> {
  return db.$transaction(async (tx) => {
    const pages = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM page WHERE id = ANY(${pageIds}::int[]) AND state = 'live'
      ORDER BY kind = 'story' DESC, id FOR KEY SHARE`
    // Stories before case studies, and this after the pages, as everybody does: nobody waits for each other in a circle.
    await tx.$queryRaw`SELECT FROM search_state FOR UPDATE`
    const ids = pages.map(({ id }) => id)
    return build(tx, ids)
  })
}

/** Writes those that the index does not have just so, and says which they were. A step of `writeIndex`. */
export async function keepDocuments(tx: Tx, documents: SearchDocument[]): Promise<string[]> {
  if (documents.length === 0) return []
  const rows = await rowsOf(tx, documents)
  const given = JSON.stringify(rows)
  const differing = await tx.$queryRaw<{ id: string }[]>`
    SELECT n.id FROM jsonb_populate_recordset(NULL::search_document, ${given}::jsonb) n
    LEFT JOIN search_document d ON d.id = n.id
    WHERE d.id IS NULL OR (${columnsOf('d')}) IS DISTINCT FROM (${columnsOf('n')}) ORDER BY n.id`
  const ids = differing.map(({ id }) => id)
  if (ids.length === 0) return []
  const written = JSON.stringify(rows.filter(({ id }) => ids.includes(id)))
  await tx.$executeRaw`
    INSERT INTO search_document (id, ${columnsOf()})
    SELECT id, ${columnsOf()} FROM jsonb_populate_recordset(NULL::search_document, ${written}::jsonb)
    ON CONFLICT (id) DO UPDATE SET (${columnsOf()}) = ROW(${columnsOf('excluded')})`
  return ids
}

/** Takes these out of the index, those that are there. A step of `writeIndex`. */
export async function forgetDocuments(tx: Tx, ids: string[]): Promise<void> {
  const found = await tx.$queryRaw<unknown[]>`SELECT FROM search_document WHERE id = ANY(${ids}) LIMIT 1`
  if (found.length > 0) await tx.$executeRaw`DELETE FROM search_document WHERE id = ANY(${ids})`
}

const COLUMNS = [
  'kind',
  'ref',
  'page_id',
  'title',
  'texts',
  'words',
  'lead',
  'facets',
  'acl',
  'year',
  'quality',
  'type_rank',
  'favourites',
  'published_at',
  'updated_at',
] as const

type Row = { id: string } & Record<(typeof COLUMNS)[number], unknown>

export function columnsOf(table?: string): Prisma.Sql {
  return Prisma.raw(COLUMNS.map((column) => (table ? `${table}.${column}` : column)).join(', '))
}

const KIND_ORDER = Object.keys(KINDS) as Kind[]

/** As the table has them. Facet values that are new get their numbers. */
export async function rowsOf(tx: Tx, documents: SearchDocument[]): Promise<Row[]> {
  const numbers = await numbersOf(tx, documents.flatMap(facetValues))
  return documents.map((document) => {
    const { id, kind, ref, pageId, texts, acl, year, quality, favourites, publishedAt, updatedAt } = document
    return {
      ...{ id, kind, ref, page_id: pageId, title: texts.title, texts },
      ...vectorsOf(id, texts),
      facets: facetValues(document)
        .map((value) => numbers.get(value))
        .sort((a = 0, b = 0) => a - b),
      ...{ acl, year, quality, type_rank: KIND_ORDER.indexOf(kind) + 1, favourites },
      ...{ published_at: publishedAt, updated_at: updatedAt },
    }
  })
}

/** "region Wales", each once. */
function facetValues({ facets }: SearchDocument): string[] {
  const values = Object.entries(facets).flatMap(([facet, all]) => all.map((value) => `${facet} ${value}`))
  return [...new Set(values)]
}

async function numbersOf(tx: Tx, named: string[]): Promise<Map<string, number>> {
  const wanted = [...new Set(named)].sort()
  const known = await readNumbers(tx, wanted)
  const unknown = wanted.filter((value) => !known.has(value))
  if (unknown.length === 0) return known
  await tx.$executeRaw`
    INSERT INTO search_facet (facet, value)
    SELECT split_part(n, ' ', 1), substr(n, strpos(n, ' ') + 1) FROM unnest(${unknown}::text[]) n
    ON CONFLICT (facet, value) DO NOTHING`
  return readNumbers(tx, wanted)
}

async function readNumbers(tx: Tx, wanted: string[]): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: number; name: string }[]>`
    SELECT f.id, n AS name FROM unnest(${wanted}::text[]) n
    JOIN search_facet f ON f.facet = split_part(n, ' ', 1) AND f.value = substr(n, strpos(n, ' ') + 1)`
  return new Map(rows.map(({ id, name }) => [name, id]))
}
