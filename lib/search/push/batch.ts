import 'server-only'
import type pg from 'pg'
import { documentOf, type IndexRow, type MeilisearchDocument } from '../engines/meilisearch/document'

export type Versions = { id: string; version: number }[]
export type Waiting = MeilisearchDocument & { held: string }
export type Batch = {
  /** `held`: the index that has this version already, empty where none has. */
  documents: Waiting[]
  /** What is to be taken out, with the version of its going. */
  removed: { id: string; version: number; gone: boolean }[]
}

const batchMax = 1000
/** Of texts as the database keeps them: a request to Meilisearch may have a hundred times that. */
const batchBytes = 8_000_000

/** What the index `tag` has not, the oldest change first, and what it has too much. Versions of `resting` are left alone. */
export async function readBatch(client: pg.ClientBase, tag: string, resting: Versions): Promise<Batch> {
  const { rows } = await client.query<IndexRow & { held: string }>(
    `WITH waiting AS (
       SELECT p.id, p.pushed, p.version FROM search_push p
       WHERE p.pushed < $1 AND (p.id, p.version) NOT IN (SELECT * FROM unnest($2::text[], $3::bigint[]))
       ORDER BY p.pushed, p.version LIMIT ${batchMax}),
     measured AS (
       SELECT w.id, w.pushed, sum(pg_column_size(d.texts)) OVER (ORDER BY w.pushed, w.version) - pg_column_size(d.texts) AS before
       FROM waiting w JOIN search_document d USING (id))
     SELECT ${ROW}, m.pushed AS held
     FROM measured m JOIN search_document d USING (id) WHERE m.before < ${batchBytes} ORDER BY m.before`,
    [tag, resting.map(({ id }) => id), resting.map(({ version }) => version)],
  )
  const removed = await client.query<Batch['removed'][number]>(
    `SELECT r.id, r.version::float8 AS version, NOT EXISTS (SELECT FROM search_document d WHERE d.id = r.id) AS gone
     FROM search_removed r ORDER BY r.version LIMIT ${batchMax}`,
  )
  return { documents: rows.map((row) => ({ ...documentOf(row), held: row.held })), removed: removed.rows }
}

/** A row of `search_document d` as `documentOf` takes it. */
export const ROW = `d.id, d.kind, d.title, d.texts, d.acl, d.year, d.quality, d.type_rank AS "typeRank", d.favourites,
  d.published_at AS "publishedAt", d.updated_at AS "updatedAt", d.tie, d.version::float8 AS version,
  ARRAY(SELECT ARRAY[f.facet, f.value] FROM search_facet f WHERE f.id = ANY (d.facets)) AS facets`

/** Notes what the index `tag` has now: the versions that were sent, none that came later. */
export async function markPushed(
  client: pg.ClientBase,
  { tag, sent, removed }: { tag: string; sent: Versions; removed: Batch['removed'] },
): Promise<void> {
  await client.query(
    `UPDATE search_push p SET pushed = $1 FROM unnest($2::text[], $3::bigint[]) s (id, version)
     WHERE p.id = s.id AND p.version = s.version`,
    [tag, sent.map(({ id }) => id), sent.map(({ version }) => version)],
  )
  // What is open to fewer people is still there: it may be found again when its new version has arrived.
  await client.query(
    `DELETE FROM search_removed r USING unnest($1::text[], $2::bigint[], $3::boolean[]) s (id, version, gone)
     WHERE r.id = s.id AND r.version = s.version
       AND (s.gone OR EXISTS (SELECT FROM search_push p WHERE p.id = r.id AND p.pushed <> ''))`,
    [removed.map(({ id }) => id), removed.map(({ version }) => version), removed.map(({ gone }) => gone)],
  )
}
