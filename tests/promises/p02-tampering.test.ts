import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { GENESIS, hashOfContent, hashOfLink } from '@/lib/revisions/chain'
import { verifyChains } from '@/lib/revisions/verify'
import { aContent } from '@/tests/support/builders'
import { randomFrom } from '@/tests/support/random'
import { size } from '@/tests/support/size'

// P02: tampering shows. Somebody with every right in the database changes one thing at a time; each is found and named.
const trials = size({ suite: 40, full: 1000 })
const revisions = size({ suite: 2000, full: 100_000 })
const seed = Number(process.env.CUPBOARD_SEED || 20261122)
const [pagesOfTrials, versions] = [20, 6]

let intruder: pg.Client

beforeAll(async () => {
  intruder = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await intruder.connect()
  await intruder.query('SET session_replication_role = replica')
  // Versions may change places: the check that numbers follow each other is the first thing an intruder would drop.
  await intruder.query('ALTER TABLE revision DROP CONSTRAINT revision_check')
  await write(pagesOfTrials, versions, 200)
})
afterAll(() => intruder.end())

test(`${trials} times tampered with, ${trials} times found and named`, async () => {
  const random = randomFrom(seed)
  const counts: Record<string, number> = {}
  for (let trial = 1; trial <= trials; trial++) {
    const way = random.pick(Object.keys(WAYS))
    const page = 1 + random.below(pagesOfTrials)
    const number = 1 + random.below(versions)
    const told = `seed ${seed}, trial ${trial}: ${way} of version ${number} of page ${page}`
    await intruder.query('BEGIN')
    const named = await (WAYS[way] as Way)({ page, number, random })
    const faults = await faultsSeenBy(intruder)
    await intruder.query('ROLLBACK')
    expect(
      faults.map((fault) => fault.pageId).every((id) => id === page),
      told,
    ).toBe(true)
    expect(
      faults.map((fault) => fault.number),
      told,
    ).toEqual(expect.arrayContaining(named))
    counts[way] = (counts[way] ?? 0) + 1
  }
  expect((await verifyChains()).faults).toEqual([])
  console.log(`P02 ${trials} trials, ${trials} found and named (${JSON.stringify(counts)})`)
})

test(`${revisions} revisions are verified in time`, async () => {
  await write(revisions / 20, 20, 6000)
  const began = Date.now()
  const verified = await verifyChains()
  const seconds = (Date.now() - began) / 1000
  expect(verified.faults).toEqual([])
  expect(verified.revisions).toBe(revisions + pagesOfTrials * versions)
  console.log(`P02 ${verified.revisions} revisions of 6 KB verified in ${seconds.toFixed(1)} s`)
  expect(seconds).toBeLessThan(60)
})

type Trial = { page: number; number: number; random: ReturnType<typeof randomFrom> }
/** Tampers, and answers the numbers of the versions that must be named. */
type Way = (trial: Trial) => Promise<number[]>

const WAYS: Record<string, Way> = {
  'one byte of the content': async ({ page, number, random }) => {
    const { rows } = await intruder.query(
      'SELECT content::text AS text FROM revision WHERE page_id = $1 AND number = $2',
      [page, number],
    )
    await intruder.query('UPDATE revision SET content = $3::jsonb WHERE page_id = $1 AND number = $2', [
      page,
      number,
      oneByteOther(rows[0].text, random),
    ])
    return [number]
  },
  author: ({ page, number }) => change(page, number, `actor_id = '${randomUUID()}'`),
  time: ({ page, number }) => change(page, number, `created_at = created_at + interval '1 millisecond'`),
  'one byte of a hash': ({ page, number }) => change(page, number, otherFirst('hash')),
  'one byte of the content’s hash': ({ page, number }) => change(page, number, otherFirst('content_hash')),
  removed: async ({ page, number }) => {
    await intruder.query('DELETE FROM revision WHERE page_id = $1 AND number = $2', [page, number])
    return [number === versions ? versions : number + 1]
  },
  'changed places': async ({ page, number }) => {
    const other = number === versions ? number - 1 : number + 1
    for (const [from, to] of [
      [number, 99],
      [other, number],
      [99, other],
    ])
      await intruder.query('UPDATE revision SET number = $3 WHERE page_id = $1 AND number = $2', [
        page,
        from,
        to,
      ])
    return [number, other]
  },
}

async function change(page: number, number: number, set: string): Promise<number[]> {
  await intruder.query(`UPDATE revision SET ${set} WHERE page_id = $1 AND number = $2`, [page, number])
  return [number]
}

/** Another first digit in a hash. */
function otherFirst(column: string): string {
  return `${column} = translate(left(${column}, 1), '0123456789abcdef', '123456789abcdef0') || substr(${column}, 2)`
}

/** One letter inside one string replaced by another, so that it stays JSON. */
function oneByteOther(text: string, random: Trial['random']): string {
  const places = [...text.matchAll(/(?<=: ")[a-zA-Z][a-zA-Z ]+/g)]
  const place = random.pick(places)
  const at = place.index + random.below(place[0].length)
  return `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`
}

/** What `npm run db:verify` would see inside the intruder's own transaction, so that nothing has to be put back. */
async function faultsSeenBy(client: pg.Client) {
  const kept = globalThis as { cupboardPool?: unknown }
  const ours = pool()
  kept.cupboardPool = client
  try {
    return (await verifyChains()).faults
  } finally {
    kept.cupboardPool = ours
  }
}

/** Whole chains, written past the verbs: only the speed and the faults of walking them are looked at here. */
async function write(pages: number, each: number, characters: number) {
  for (let written = 0; written < pages; written += 25) {
    const count = Math.min(25, pages - written)
    const { rows } = await intruder.query<{ id: number }>(
      `INSERT INTO page (kind, slug, head_number) SELECT 'case_study', 'x', ${each} FROM generate_series(1, ${count}) RETURNING id`,
    )
    const chains = rows.flatMap(({ id }) => chainOf(id, each, characters))
    await intruder.query(
      `INSERT INTO revision (page_id, number, parent, actor_id, note, content, created_at, content_hash, previous_hash, hash)
       SELECT page_id, number, nullif(number - 1, 0), actor_id, 'A note', content, created_at, content_hash, previous_hash, hash
       FROM jsonb_to_recordset($1) AS t (page_id int, number int, actor_id uuid, content jsonb, created_at timestamptz,
         content_hash text, previous_hash text, hash text)`,
      [JSON.stringify(chains)],
    )
  }
}

function chainOf(pageId: number, each: number, characters: number) {
  let previousHash = GENESIS
  return Array.from({ length: each }, (_, at) => {
    const words = `Words of version ${at + 1} of page ${pageId}. `
    const content = aContent({ context: words.repeat(Math.ceil(characters / words.length)) })
    const link = {
      previousHash,
      pageId,
      number: at + 1,
      actorId: randomUUID(),
      createdAt: new Date(1_700_000_000_000 + at),
      contentHash: hashOfContent(content),
    }
    previousHash = hashOfLink(link)
    return {
      page_id: pageId,
      number: link.number,
      actor_id: link.actorId,
      content,
      created_at: link.createdAt,
      content_hash: link.contentHash,
      previous_hash: link.previousHash,
      hash: previousHash,
    }
  })
}
