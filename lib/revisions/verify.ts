import 'server-only'
import { pool } from '@/lib/platform/db'
import { GENESIS, hashOfContent, hashOfLink } from './chain'

export type Fault = { pageId: number; number: number; what: string }
export type Verification = { pages: number; revisions: number; faults: Fault[] }
type Row = {
  page_id: number
  number: number
  actor_id: string
  created_at: Date
  content: unknown
  content_hash: string
  previous_hash: string
  hash: string
}

const batch = 1000

/**
 * Walks every chain and names every revision that is missing, altered, reordered or beyond its page's head. `onProgress`
 * is told how many revisions have been walked, a batch at a time. Outside the chain, and so not proven: notes, marks such
 * as minor, the rendered HTML, and what happened to pages as a whole (page_event).
 */
export async function verifyChains(onProgress?: (walked: number) => void): Promise<Verification> {
  const faults: Fault[] = []
  let [pages, revisions] = [0, 0]
  let before: Row | null = null
  for await (const rows of everyRevision()) {
    for (const row of rows) {
      const last: Row | null = before?.page_id === row.page_id ? before : null
      if (!last) pages += 1
      faults.push(...faultsOf(row, last))
      before = row
    }
    revisions += rows.length
    onProgress?.(revisions)
  }
  faults.push(...(await headFaults()))
  return { pages, revisions, faults }
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
    reading = readAfter(last.page_id, last.number)
    // A failure is met where it is awaited; until then it must not end the process.
    reading.catch(() => undefined)
    yield rows
  }
}

async function readAfter(page: number, number: number): Promise<Row[]> {
  const { rows } = await pool().query<Row>(
    `SELECT page_id, number, actor_id, created_at, content, content_hash, previous_hash, hash FROM revision
     WHERE (page_id, number) > ($1, $2) ORDER BY page_id, number LIMIT ${batch}`,
    [page, number],
  )
  return rows
}

function faultsOf(row: Row, before: Row | null): Fault[] {
  const found: string[] = []
  const expected = (before?.number ?? 0) + 1
  if (row.number !== expected) found.push(`version ${expected} is missing`)
  if (row.previous_hash !== (before?.hash ?? GENESIS))
    found.push('it does not stand on the version before it')
  if (hashOfContent(row.content) !== row.content_hash) found.push('its content is not what was saved')
  const link = {
    previousHash: row.previous_hash,
    pageId: row.page_id,
    number: row.number,
    actorId: row.actor_id,
    createdAt: row.created_at,
    contentHash: row.content_hash,
  }
  if (hashOfLink(link) !== row.hash) found.push('its hash does not fit its number, author, time or content')
  return found.map((what) => ({ pageId: row.page_id, number: row.number, what }))
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
