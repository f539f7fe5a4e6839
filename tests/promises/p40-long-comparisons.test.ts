import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { ComparedField, Comparison } from '@/lib/revisions/compare'
import { compareApart } from '@/lib/revisions/compare-apart'
import { textOf } from '@/lib/revisions/compare-text'
import { size } from '../support/size'

// P40: comparing two texts of 500 KB is answered, or declined, within two seconds while others go on being served.
const rounds = size({ suite: 1, full: 10 })
const atOnce = 8
// Milliseconds; in the suite the machine has other tests to run meanwhile.
const answeredWithin = size({ suite: 4000, full: 2000 })
const WORDS =
  'council split contract local firms school meals homes heat energy waste carbon spend jobs report'.split(
    ' ',
  )

test('two texts of 500 KB are compared word by word, and can be read back from the answer', async () => {
  const [older, newer] = [aText(1, 0), aText(1, 3)]
  expect(older.length).toBeGreaterThan(500_000)
  const comparison = await answerOf([field(older, newer)])
  const [found] = comparison?.fields ?? []
  const paragraphs = found?.kind === 'text' ? found.paragraphs : []
  expect(textOf(paragraphs, 'older') === older && textOf(paragraphs, 'newer') === newer).toBe(true)
  expect(comparison?.changes).toBeGreaterThan(100)
})

test(`P40 ${atOnce} comparisons of 500 KB at once, ${rounds} time(s): each answered or declined in time, others go on`, async () => {
  // Whoever asks first waits for the thread to load; the promise is about a site that runs.
  await answerOf([field(aText(1, 0), aText(1, 3))])
  for (let round = 0; round < rounds; round += 1) {
    const pairs = Array.from({ length: atOnce }, (_, index) => pairOf(round * atOnce + index))
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const started = performance.now()
    const ticking = ticksUntilStopped()
    const times = await Promise.all(
      pairs.map(async ([older, newer]) => {
        const comparison = await compareApart([field(older, newer)])
        return { taken: performance.now() - started, answered: comparison !== null }
      }),
    )
    const ticks = await ticking.stop()
    delay.disable()
    const slowest = Math.max(...times.map(({ taken }) => taken))
    console.log(
      `P40 round ${round + 1}: ${times.filter(({ answered }) => answered).length} of ${atOnce} answered, the last after ${slowest.toFixed(0)} ms; event loop p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms, longest ${(delay.max / 1e6).toFixed(0)} ms, ${ticks} turns`,
    )
    expect(slowest).toBeLessThan(answeredWithin)
    expect(ticks).toBeGreaterThan(100)
  }
})

test('a short comparison asks no thread and is always answered', async () => {
  expect(await compareApart([field('One.', 'Two.')])).toMatchObject({ changes: 1 })
})

/** On a busy machine the first ones may be declined, as readers are asked to come back. */
async function answerOf(fields: ComparedField[]): Promise<Comparison | null> {
  for (let asked = 0; asked < 5; asked += 1) {
    const comparison = await compareApart(fields)
    if (comparison) return comparison
  }
  return null
}

function field(older: string, newer: string): ComparedField {
  return { kind: 'text', name: 'text', label: 'Text', older, newer }
}

/** Revised, written anew, in another order, without a break, or with a break after each word. */
function pairOf(index: number): [string, string] {
  const older = aText(index, 0)
  const kinds = [
    () => aText(index, 3),
    () => aText(index + 1000, 0),
    () => older.split('\n\n').reverse().join('\n\n'),
    () => aText(index, 5).replaceAll('\n\n', ' '),
    () => older.replaceAll(' ', '\n\n').slice(0, 500_000),
  ]
  return [older, (kinds[index % kinds.length] as () => string)()]
}

/** Half a megabyte of paragraphs; every `changed`th of a hundred words is another one. */
function aText(seed: number, changed: number): string {
  let state = seed * 7919 + 1
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % below
  }
  const word = () => `${WORDS[random(WORDS.length)]}${random(9) === 0 ? random(999) : ''}`
  const paragraph = () =>
    Array.from({ length: 60 }, () => {
      const own = word()
      return random(100) < changed ? 'revised' : own
    }).join(' ')
  return Array.from({ length: 1450 }, () => `${paragraph()}.`).join('\n\n')
}

function ticksUntilStopped() {
  let [ticks, running] = [0, true]
  const ticking = (async () => {
    for (; running; ticks += 1) await turn()
  })()
  return {
    stop: async () => {
      running = false
      await ticking
      return ticks
    },
  }
}
