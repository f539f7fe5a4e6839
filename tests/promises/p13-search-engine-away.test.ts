import { afterEach, beforeEach, expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { answer } from '@/lib/search/choose'
import { forgetDocuments, keepDocuments, writeIndex } from '@/lib/search/keep'
import { startPushing } from '@/lib/search/push/loop'
import { pushRound } from '@/lib/search/push/round'
import { readState } from '@/lib/search/push/standing'
import { verifyMeilisearch } from '@/lib/search/push/verify'
import { against, type OtherEngine, useOtherEngine } from '../support/other-engine'
import { randomFrom } from '../support/random'
import { aDocument, askFor, texts } from '../support/search-index'
import { size } from '../support/size'

// P13: the search server is down while edits, deletes and unpublishings land. Saves do not notice, searches are answered
// from the database and say so, and a minute after it is back its index equals the database field by field.
const documents = size({ suite: 60, full: 2000 })
const edits = size({ suite: 40, full: 500 })
const deletes = size({ suite: 5, full: 50 })
const hidings = size({ suite: 5, full: 50 })
/** How long it is down. */
const awayMs = size({ suite: 2000, full: 10 * 60_000 })
const recoveryMs = 60_000

let engine: OtherEngine
let stop: () => Promise<void>

beforeEach(async () => {
  engine = await useOtherEngine()
  stop = startPushing({ onDrift: async () => {} })
})
afterEach(async () => {
  await stop()
  await engine.end()
})

const thing = (number: number, word: string, acl = ['public']) =>
  aDocument(number, { acl, texts: texts({ title: `Harbour ${number}`, body: `${word} quay `.repeat(20) }) })

function keep(...some: ReturnType<typeof thing>[]) {
  return writeIndex([], (tx) => keepDocuments(tx, some))
}

async function untilPushed(): Promise<number> {
  const begun = Date.now()
  for (;;) {
    const { rows } = await pool().query<{ n: number }>(
      `SELECT ((SELECT count(*) FROM search_push WHERE pushed = '') + (SELECT count(*) FROM search_removed))::int AS n`,
    )
    const { live, building } = await readState()
    if (rows[0]?.n === 0 && live && !building) return Date.now() - begun
    if (Date.now() - begun > recoveryMs) throw new Error('The index is not up to date after a minute.')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Saves one after another, the door open and shut by turns, and how long each took, in milliseconds. */
async function saveByTurns(numbers: number[]): Promise<{ there: number[]; away: number[] }> {
  const taken: { there: number[]; away: number[] } = { there: [], away: [] }
  for (const [place, number] of numbers.entries()) {
    const away = place % 2 === 1
    if (away) engine.gate.shut()
    else engine.gate.open()
    const begun = performance.now()
    await keep(thing(number, `edit${place}`))
    taken[away ? 'away' : 'there'].push(performance.now() - begun)
  }
  return taken
}

test(`P13 what lands while the search server is away is in its index when it is back (${against})`, async () => {
  const random = randomFrom(13)
  const all = Array.from({ length: documents }, (_, place) => place + 1)
  await keep(...all.map((number) => thing(number, 'before')))
  await untilPushed()
  const anyOf = (count: number) => Array.from({ length: count }, () => random.pick(all))

  const { there, away } = await saveByTurns(anyOf(edits * 2))
  engine.gate.shut()
  const shutAt = Date.now()
  for (const number of anyOf(edits)) await keep(thing(number, 'meanwhile'))
  const gone = all.slice(0, deletes).map((number) => `organisation-${number}`)
  await writeIndex([], (tx) => forgetDocuments(tx, gone))
  await keep(...all.slice(deletes, deletes + hidings).map((number) => thing(number, 'hidden', ['members'])))

  const visible = documents - deletes - hidings
  do {
    const found = await answer(await askFor('harbour'))
    expect(found).toMatchObject({ engine: 'postgres', degraded: true, total: visible })
    await new Promise((resolve) => setTimeout(resolve, 250))
  } while (Date.now() - shutAt < awayMs)

  engine.gate.open()
  const backAfter = await untilPushed()
  engine.forgetBreaker()
  expect(await answer(await askFor('harbour'))).toMatchObject({
    engine: 'meilisearch',
    degraded: false,
    total: visible,
  })
  expect(await verifyMeilisearch({ repair: false })).toEqual({
    documents: documents - deletes,
    differences: [],
    why: '',
  })
  const [p95There, p95Away] = [quantile(there, 0.95), quantile(away, 0.95)]
  console.log(
    `P13: ${edits} edits, ${deletes} deletes and ${hidings} hidings while it was away ${Math.round((Date.now() - shutAt) / 1000)} s; ` +
      `up to date ${(backAfter / 1000).toFixed(1)} s after it was back; saves p95 ${p95There.toFixed(1)} ms with it, ${p95Away.toFixed(1)} ms without (${((p95Away / p95There - 1) * 100).toFixed(0)} %)`,
  )
  // A save never speaks to the server. A few milliseconds are the noise of a busy machine.
  const measure = size({ suite: 0.5, full: 0.95 })
  expect(quantile(away, measure)).toBeLessThan(quantile(there, measure) * 1.1 + 5)
})

test('P13 a worker that ends in the middle leaves the rest to the next', async () => {
  await stop()
  await keep(...Array.from({ length: 20 }, (_, place) => thing(place + 1, 'before')))
  await pushRound()
  await keep(thing(1, 'after'))
  engine.gate.shut()
  expect(await pushRound()).toMatchObject({ outcome: 'away' })
  engine.gate.open()
  stop = startPushing({ onDrift: async () => {} })
  await untilPushed()
  expect(await verifyMeilisearch({ repair: false })).toMatchObject({ differences: [] })
})

function quantile(values: number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? 0
}
