import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { db, Prisma, type Tx } from '@/lib/platform/db'
import { columnsOf, rowsOf } from './keep'
import { SOURCES, type Source } from './sources'
import { miscounted } from './words-count'

/** What of one thing an index has otherwise than the tables: "case-12", "quality". */
export type Difference = { id: string; what: string }

type Keyed = Difference & { key: string }

const atOnce = 200
const patienceMs = 10_000

/**
 * Builds everything from its tables again and compares it with the index, field by field; and the vocabulary. What is saved
 * meanwhile differs until the worker has written it: while jobs wait, what differs is looked at again.
 */
export async function verifyIndex(): Promise<Difference[]> {
  const found: Difference[] = []
  for (const source of SOURCES) found.push(...(await lasting(source, await differencesOf(source))))
  const words = await miscounted()
  const by = (count: number) => (count > 0 ? `${count} too few` : `${-count} too many`)
  return [
    ...found,
    ...words.map(({ word, open, hidden }) => ({
      id: `word "${word}"`,
      what: [open !== 0 && `counted ${by(open)}`, hidden !== 0 && `not public: counted ${by(hidden)}`]
        .filter(Boolean)
        .join(', '),
    })),
  ]
}

async function lasting(source: Source, first: Keyed[]): Promise<Difference[]> {
  let found = first
  for (const began = Date.now(); found.length > 0 && Date.now() - began < patienceMs; await pause(500)) {
    if (!(await jobsWait())) break
    found = await differencesAmong(source, [...new Set(found.map(({ key }) => key))])
  }
  return found.map(({ id, what }) => ({ id, what }))
}

async function jobsWait(): Promise<boolean> {
  const jobs = await db.$queryRaw<unknown[]>`
    SELECT FROM graphile_worker.jobs WHERE attempts < max_attempts AND run_at <= now() + interval '1 minute' LIMIT 1`
  return jobs.length > 0
}

/** Of one source: what differs, what is missing, and what should not be there. */
async function differencesOf(source: Source): Promise<Keyed[]> {
  const keys = await source.keys(db)
  const rows = await db.searchDocument.findMany({
    where: { kind: { in: source.kinds } },
    select: { ref: true, pageId: true },
  })
  // Keys that only the index knows are compared too: nothing is built for them.
  return differencesAmong(source, [...new Set([...keys, ...rows.map(source.keyOf)])])
}

async function differencesAmong(source: Source, keys: string[]): Promise<Keyed[]> {
  const found: Keyed[] = []
  for (let at = 0; at < keys.length; at += atOnce)
    found.push(...(await atOneMoment((tx) => compare(tx, source, keys.slice(at, at + atOnce)))))
  return found
}

async function compare(tx: Tx, source: Source, keys: string[]): Promise<Keyed[]> {
  const documents = await source.documents(tx, keys)
  const rows = JSON.stringify(await rowsOf(tx, documents))
  const differing = await tx.$queryRaw<{ id: string; missing: boolean; fields: string[] }[]>`
    SELECT n.id, d.id IS NULL AS missing, array_remove(ARRAY[${FIELDS}], NULL) || ARRAY(
        SELECT 'texts.' || k FROM jsonb_object_keys(n.texts || d.texts) k
        WHERE n.texts -> k IS DISTINCT FROM d.texts -> k ORDER BY k) AS fields
    FROM jsonb_populate_recordset(NULL::search_document, ${rows}::jsonb) n LEFT JOIN search_document d ON d.id = n.id
    WHERE d.id IS NULL OR (${columnsOf('d')}) IS DISTINCT FROM (${columnsOf('n')}) ORDER BY n.id`
  const others = await tx.searchDocument.findMany({
    where: { AND: [source.where(keys), { id: { notIn: documents.map(({ id }) => id) } }] },
    select: { id: true, ref: true, pageId: true },
  })
  const keyOf = new Map(documents.map((document) => [document.id, source.keyOf(document)]))
  return [
    ...differing.map(({ id, missing, fields }) => {
      return { id, key: keyOf.get(id) ?? '', what: missing ? 'is missing' : fields.join(', ') }
    }),
    ...others.map(({ id, ...row }) => ({ id, key: source.keyOf(row), what: 'should not be there' })),
  ]
}

const FIELDS = Prisma.raw(
  columnsOf()
    .sql.split(', ')
    .filter((column) => column !== 'texts')
    .map((column) => `CASE WHEN d.${column} IS DISTINCT FROM n.${column} THEN '${column}' END`)
    .join(', '),
)

function atOneMoment<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.$transaction(work, { isolationLevel: 'RepeatableRead' })
}
