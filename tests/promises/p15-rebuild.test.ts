import { afterEach, beforeEach, expect, test } from 'vitest'
import { answer } from '@/lib/search/choose'
import { writing } from '@/lib/search/engines/meilisearch/client'
import { keepDocuments, writeIndex } from '@/lib/search/keep'
import { startPushing } from '@/lib/search/push/loop'
import { pushRound } from '@/lib/search/push/round'
import { askForRebuild, noteState, readState } from '@/lib/search/push/standing'
import { verifyMeilisearch } from '@/lib/search/push/verify'
import { against, type OtherEngine, useOtherEngine } from '../support/other-engine'
import { randomFrom } from '../support/random'
import { aDocument, askFor, texts } from '../support/search-index'
import { size } from '../support/size'

// P15: the index is rebuilt again and again while people search and edit. Nobody gets an error or an empty answer, what
// was written meanwhile is there, and the server's notes of its tasks are cleared away.
const documents = size({ suite: 200, full: 5000 })
const atOnce = 100
const rebuilds = size({ suite: 2, full: 3 })
const searchesASecond = size({ suite: 15, full: 50 })
const tasksMax = 100_000
let engine: OtherEngine

beforeEach(async () => {
  engine = await useOtherEngine()
})
afterEach(() => engine.end())

const thing = (number: number, word: string) =>
  aDocument(number, { texts: texts({ title: `Harbour ${number}`, body: `${word} quay `.repeat(30) }) })

function keep(...some: ReturnType<typeof thing>[]) {
  return writeIndex([], (tx) => keepDocuments(tx, some))
}

test(`P15 rebuilding under searches and edits: no error, nothing empty, nothing lost (${against})`, async () => {
  const random = randomFrom(15)
  for (let first = 1; first <= documents; first += atOnce)
    await keep(...Array.from({ length: atOnce }, (_, place) => thing(first + place, 'before')))
  await pushRound()
  const stop = startPushing({ onDrift: async () => {} })
  const tally = { searches: 0, other: 0, failed: 0, empty: 0, edits: 0 }
  const asks = await Promise.all(['harbour', 'quay', '"harbour 7"', ''].map((words) => askFor(words)))
  const expected = [documents, documents, 1, documents]
  let going = true

  const ask = async () => {
    const which = random.below(asks.length)
    tally.searches += 1
    try {
      const found = await answer(asks[which] as (typeof asks)[number])
      if (found.total !== expected[which] || found.ids.length === 0) tally.empty += 1
      if (found.engine === 'meilisearch') tally.other += 1
    } catch {
      tally.failed += 1
    }
  }
  const asking = setInterval(() => void ask(), 1000 / searchesASecond)
  const editing = (async () => {
    while (going) {
      await keep(thing(1 + random.below(documents), `edit${tally.edits}`))
      tally.edits += 1
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })()

  const tags = new Set([(await readState()).live?.tag])
  for (let time = 0; time < rebuilds; time += 1) {
    const before = (await readState()).live?.tag
    await askForRebuild()
    while ((await readState()).live?.tag === before) await new Promise((resolve) => setTimeout(resolve, 50))
    tags.add((await readState()).live?.tag)
  }
  clearInterval(asking)
  going = false
  await editing
  await stop()
  await pushRound()

  expect(tags.size).toBe(rebuilds + 1)
  expect(tally).toMatchObject({ failed: 0, empty: 0 })
  expect(tally.searches).toBeGreaterThan(0)
  expect(await verifyMeilisearch({ repair: false })).toEqual({ documents, differences: [], why: '' })
  await noteState({ prunedAt: null })
  await pushRound()
  if (!engine.standIn) expect((await writing().tasks.getTasks({ limit: 1 })).total).toBeLessThan(tasksMax)
  console.log(
    `P15: ${rebuilds} rebuilds of ${documents} documents, ${tally.searches} searches (${tally.other} by the engine), ${tally.edits} edits: 0 failed, 0 empty, 0 differences`,
  )
})
