import { expect, test } from '@playwright/test'
import { longestWaitMs } from '../../lib/platform/publication/lease.mjs'
import { experiment, inWords } from '../support/fresh/experiment'
import { openSite } from '../support/fresh/site'
import { size } from '../support/size'

// Nobody reads what is stale: an edit that was acknowledged is in every answer that any process gives afterwards,
// whatever becomes of one of them meanwhile. What counts as stale and as failed stands in tests/support/fresh/judge.ts.
const edits = Number(process.env.CUPBOARD_EDITS || size({ suite: 30, full: 10_000 }))
const minutes = Number(process.env.CUPBOARD_MINUTES || Number.POSITIVE_INFINITY)
const processes = Number(process.env.CUPBOARD_PROCESSES || 3)
const seed = Number(process.env.CUPBOARD_SEED || 20261126)
const [editors, subjectsEach] = [3, size({ suite: 2, full: 7 })]
const calmMs = size({ suite: 300, full: 2500 })

// What is stale once in ten thousand times is stale.
test.describe.configure({ retries: 0 })
test.skip(process.platform !== 'linux', 'it freezes processes and looks for their children in /proc')

test(`FRESH ${edits} edits read at once from ${processes} processes, one of them in trouble every few seconds`, async () => {
  test.setTimeout(600_000 + edits * 6000)
  const { world, close, keepLogs } = await openSite({ processes, seed, root: process.env.CUPBOARD_SERVED })
  try {
    const outcome = await experiment(world, {
      ...{ edits, editors, subjectsEach, calmMs, until: Date.now() + minutes * 60_000 },
    })
    const { judge, members, waits, unknown, publications } = world
    const took = (trouble: boolean) =>
      inWords(waits.filter((wait) => wait.trouble === trouble).map(({ ms }) => ms))
    const back = members.flatMap(({ returns }) => returns).filter(({ kind }) => kind !== 'started')
    const longest = back.reduce((most, each) => (each.ms > most.ms ? each : most), { kind: 'none', ms: 0 })
    for (const line of [
      `${outcome.edits} edits in ${outcome.seconds.toFixed(0)} s, seed ${seed}: ${judge.reads} reads (${outcome.background} of them in the background): ${judge.stale} stale, ${judge.failed} failed; ${judge.notModified} answered 304, ${judge.refused} refused by a process in trouble`,
      `troubles ${JSON.stringify(outcome.troubles)}; back at most ${longest.ms} ms after one (${longest.kind}); ${unknown} changes sent to a process that fell into trouble and never acknowledged`,
      `saves while all is well ${took(false)}; while one is in trouble ${took(true)}; slowest read ${judge.slowestMs.toFixed(0)} ms`,
      `waiting for the processes, of that, measured by itself: ${inWords(publications)}; the bound is ${longestWaitMs} ms`,
    ])
      console.log(`FRESH ${line}`)
    expect(judge.faults, 'stale or failed').toEqual([])
    // The saver's own timer runs late on a busy machine.
    expect(Math.max(0, ...publications)).toBeLessThan(longestWaitMs + size({ suite: 2000, full: 500 }))
    if (minutes === Number.POSITIVE_INFINITY) expect(outcome.edits).toBe(edits)
  } catch (error) {
    keepLogs()
    throw error
  } finally {
    await close()
  }
})
