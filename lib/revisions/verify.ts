import 'server-only'
import { pool } from '@/lib/platform/db'
import { GENESIS, hashOfContent, hashOfLink, type Link } from './chain'
import { IMPORT_LOAD, isWithheld } from './withheld'

export type Fault = { pageId: number; number: number; what: string }
export type Verification = {
  pages: number
  revisions: number
  faults: Fault[]
  /** How many versions came out of an export without their text. */
  withheld: number
}
/** A version as its chain sees it. */
export type Walked = Link & { content: unknown; hash: string }
type Row = Walked

const batch = 1000

/**
 * Walks every chain and names every revision that is missing, altered, reordered or beyond its page's head. `onProgress`
 * is told how many revisions have been walked, a batch at a time. Outside the chain, and so not proven: notes, marks such
 * as minor, the rendered HTML, and what happened to pages as a whole (page_event).
 */
export async function verifyChains(onProgress?: (walked: number) => void): Promise<Verification> {
  const faults: Fault[] = []
  const textless = await pagesWithoutTexts()
  let [pages, revisions, withheld] = [0, 0, 0]
  let before: Row | null = null
  for await (const rows of everyRevision()) {
    for (const row of rows) {
      const last: Row | null = before?.pageId === row.pageId ? before : null
      if (!last) pages += 1
      const without = textless.has(row.pageId) && isWithheld(row.content)
      if (without) withheld += 1
      faults.push(...faultsOf(row, last, { withheld: without }))
      before = row
    }
    revisions += rows.length
    onProgress?.(revisions)
  }
  faults.push(...(await headFaults()))
  return { pages, revisions, faults, withheld }
}

/** How many revisions there are to walk. */
export async function countRevisions(): Promise<number> {
  const { rows } = await pool().query<{ n: number }>('SELECT count(*)::int AS n FROM revision')
  return rows[0]?.n ?? 0
}

async function* everyRevision(): AsyncGenerator<Row[]> {
  let reading = readAfter(0, 0)
  for (;;) {
    const rows = await reading
    const last = rows[rows.length - 1]
    if (!last) return
    // The database reads the next batch while this one is hashed.
    reading = readAfter(last.pageId, last.number)
    // A failure is met where it is awaited; until then it must not end the process.
    reading.catch(() => undefined)
    yield rows
  }
}

async function readAfter(page: number, number: number): Promise<Row[]> {
  const { rows } = await pool().query<Row>(
    `SELECT page_id AS "pageId", number, actor_id AS "actorId", created_at AS "createdAt", content,
       content_hash AS "contentHash", previous_hash AS "previousHash", hash FROM revision
     WHERE (page_id, number) > ($1, $2) ORDER BY page_id, number LIMIT ${batch}`,
    [page, number],
  )
  return rows
}

/** What is wrong with a version that follows this other one, or none. Of one without its text all but the text is checked. */
export function faultsOf(row: Walked, before: Walked | null, { withheld }: { withheld: boolean }): Fault[] {
  const found: string[] = []
  const expected = (before?.number ?? 0) + 1
  if (row.number !== expected) found.push(`version ${expected} is missing`)
  if (row.previousHash !== (before?.hash ?? GENESIS)) found.push('it does not stand on the version before it')
  if (!withheld && hashOfContent(row.content) !== row.contentHash)
    found.push('its content is not what was saved')
  if (hashOfLink(row) !== row.hash) found.push('its hash does not fit its number, author, time or content')
  return found.map((what) => ({ pageId: row.pageId, number: row.number, what }))
}

/** The pages of which an import may have brought no texts: they were withdrawn, and are. */
async function pagesWithoutTexts(): Promise<Set<number>> {
  const { rows } = await pool().query<{ id: number }>(
    `SELECT id FROM page WHERE state = 'withdrawn' AND EXISTS (SELECT FROM starter_load WHERE name = $1)`,
    [IMPORT_LOAD],
  )
  return new Set(rows.map(({ id }) => id))
}

async function headFaults(): Promise<Fault[]> {
  const { rows } = await pool().query<{ id: number; head_number: number; last: number | null }>(
    `SELECT p.id, p.head_number, max(r.number)::int AS last FROM page p LEFT JOIN revision r ON r.page_id = p.id
     GROUP BY p.id HAVING max(r.number) IS DISTINCT FROM p.head_number`,
  )
  return rows.map(({ id, head_number, last }) => ({
    pageId: id,
    number: head_number,
    what: `the page points to version ${head_number}, but its last version is ${last ?? 'missing'}`,
  }))
}
