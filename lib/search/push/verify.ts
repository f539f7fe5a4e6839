import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import { env } from '@/lib/platform/env'
import { asked, writing } from '../engines/meilisearch/client'
import { documentOf, type IndexRow, type MeilisearchDocument } from '../engines/meilisearch/document'
import { liveIndex } from '../engines/meilisearch/settings'
import { ROW } from './batch'
import { asOnlyWriter } from './lock'
import { pushRound } from './round'
import { noteState, readState } from './standing'

/** `fields`: which of them differ, where both have the document. */
export type Difference = { id: string; kind: 'missing' | 'extra' | 'differs'; fields: string[] }
/** `why`: a sentence, where nothing could be compared. */
export type Verified = { documents: number; differences: Difference[]; why: string }

const pageSize = 200

/**
 * Compares every document that Meilisearch should hold with the database, field by field. With `repair` what differs is
 * sent again and what is too much taken out. Refuses in `why` where Meilisearch is not in use, away or not yet filled.
 */
export async function verifyMeilisearch({ repair }: { repair: boolean }): Promise<Verified> {
  const nothing = (why: string): Verified => ({ documents: 0, differences: [], why })
  if (env.searchEngine !== 'meilisearch') return nothing('Meilisearch is not in use.')
  const { outcome } = await pushRound()
  if (outcome === 'away') return nothing('Meilisearch is away.')
  if (!(await readState()).live) return nothing('The index of Meilisearch is not built yet.')
  const verified = await asOnlyWriter(compareAll)
  if (!verified) return nothing('The index is being written. Try again in a moment.')
  const { documents, differences } = verified
  const at = new Date().toISOString()
  await noteState({ verified: { at, documents, differences: differences.length } })
  if (repair && differences.length > 0) {
    await asOnlyWriter((client) => askAgain(client, differences))
    await pushRound()
  }
  return verified
}

async function compareAll(client: pg.ClientBase): Promise<Verified> {
  const { live } = await readState()
  const differences: Difference[] = []
  const missing = await idsOf(client, 'SELECT id FROM search_document')
  const documents = missing.size
  const index = writing().index<MeilisearchDocument>(liveIndex())
  for (let offset = 0, more = true; more; offset += pageSize) {
    const { results, total } = await asked(() => index.getDocuments({ offset, limit: pageSize }))
    const own = await documentsOf(
      client,
      results.map(({ id }) => id),
    )
    for (const held of results) {
      missing.delete(held.id)
      const difference = differenceOf(held, own.get(held.id))
      if (difference) differences.push(difference)
    }
    more = results.length > 0 && offset + pageSize < total
  }
  for (const id of missing) differences.push({ id, kind: 'missing', fields: [] })
  // What has changed since it was pushed, or meanwhile, is about to be pushed.
  const waiting = await idsOf(
    client,
    'SELECT id FROM search_push WHERE pushed < $1 UNION SELECT id FROM search_removed',
    [live?.tag],
  )
  return { documents, differences: differences.filter(({ id }) => !waiting.has(id)), why: '' }
}

function differenceOf(held: MeilisearchDocument, own: MeilisearchDocument | undefined): Difference | null {
  if (!own) return { id: held.id, kind: 'extra', fields: [] }
  const names = new Set([...Object.keys(own), ...Object.keys(held)]) as Set<keyof MeilisearchDocument>
  const fields = [...names].filter((name) => !isDeepStrictEqual(own[name], held[name]))
  return fields.length > 0 ? { id: held.id, kind: 'differs', fields } : null
}

async function documentsOf(client: pg.ClientBase, ids: string[]): Promise<Map<string, MeilisearchDocument>> {
  const { rows } = await client.query<IndexRow>(
    `SELECT ${ROW} FROM search_document d WHERE d.id = ANY ($1)`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, documentOf(row)]))
}

async function idsOf(client: pg.ClientBase, text: string, values: unknown[] = []): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string }>(text, values)
  return new Set(rows.map(({ id }) => id))
}

/** Has these pushed again, whatever the notes say; what the database does not have is taken out. */
async function askAgain(client: pg.ClientBase, differences: Difference[]): Promise<void> {
  const ids = (extra: boolean) =>
    differences.filter(({ kind }) => (kind === 'extra') === extra).map(({ id }) => id)
  await client.query(
    `INSERT INTO search_push AS p (id, version) SELECT id, version FROM search_document WHERE id = ANY ($1)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, pushed = '', since = now()`,
    [ids(false)],
  )
  await client.query(
    `INSERT INTO search_removed (id, version) SELECT id, nextval('search_version') FROM unnest($1::text[]) id
     ON CONFLICT (id) DO NOTHING`,
    [ids(true)],
  )
}
