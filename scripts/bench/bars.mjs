import { longestWaitMs } from '../../lib/platform/publication/lease.mjs'
import { median } from './measure.mjs'
import { pagesMb } from './memory.mjs'
import { figure } from './report.mjs'
import { waitAt } from './report-several.mjs'

// What each row has to reach. Rows without a bar of their own may only not grow (see the growth table).
const SHARE = {
  words: 'share of bare Node',
  least: 0.7,
  read: ({ ours, bare }) => ours.perSecond / bare.perSecond,
}
const CPU = (most) => ({ words: 'web CPU, ms', most, read: ({ ours }) => ours.web })
const ROW_BARS = [
  ...[1, 16, 64].map((connections) => ['case study, from memory', connections, SHARE]),
  ...['home, from memory', 'category, from memory', 'history', 'comparison'].map((name) => [name, 16, SHARE]),
  ...['filtered list', 'search', 'edit form, signed in'].map((name) => [name, 1, CPU(6)]),
  ['suggestions', 1, CPU(3)],
]
const KILOBYTE = 1000
const WEIGHT_BARS = [
  ['case study', 'first load, kB with fonts', 60, ({ bytes }) => bytes / KILOBYTE],
  ['case study', 'first load, requests', 8, ({ requests }) => requests],
  ['then a second case study', 'next page, kB', 8, ({ bytes }) => bytes / KILOBYTE],
]

/** Every bar beside what was measured at the largest size. */
export function barsTable(results, { size, weights }) {
  const bars = [...rowBars(results, size), ...severalBars(results), ...weightBars(weights)]
  const lines = bars.map(({ name, words, least, most, value, spread = '' }) => {
    const met = least === undefined ? value <= most : value >= least
    const bar = least === undefined ? `at most ${most}` : `at least ${least}`
    return `${name.padEnd(42)}${words.padEnd(27)}${bar.padEnd(14)}${figure(value).padStart(7)}  ${met ? 'met' : 'MISSED'}${spread}`
  })
  return [`bars, ${size.toLocaleString('en-GB')} case studies`, ...lines].join('\n')
}

function rowBars(results, size) {
  return ROW_BARS.flatMap(([row, connections, { read, ...bar }]) => {
    const found = results.filter(
      (result) => result.size === size && result.row === row && result.connections === connections,
    )
    if (found.length === 0) return []
    const values = found.map(read)
    const [least, most] = [Math.min(...values), Math.max(...values)].map(figure)
    const spread = found.length > 1 ? `  (${least} to ${most} in ${found.length})` : ''
    return [{ ...bar, name: `${row}, ${connections} at a time`, value: median(values), spread }]
  })
}

function severalBars(results) {
  const waits = results.flatMap(({ several }) =>
    several
      ? [
          {
            name: `save, processes: ${several.label}`,
            ...{ words: 'longest wait, ms', most: longestWaitMs, value: waitAt(several.waits, 1) },
          },
        ]
      : [],
  )
  const memory = results.flatMap(({ memory }) =>
    memory
      ? [
          {
            name: `page server, ${memory.pages.toLocaleString('en-GB')} pages read`,
            ...{ words: 'memory gained, MB', most: 1.5 * pagesMb },
            value: memory.after.pageServer - memory.before.pageServer,
          },
        ]
      : [],
  )
  return [...waits, ...memory]
}

function weightBars(weights) {
  if (!weights) return []
  return WEIGHT_BARS.flatMap(([name, words, most, read]) => {
    const load = weights.loads.find((each) => each.name === name)
    if (!load) return []
    const all = Object.values(load.weight)
    const total = {
      bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
      requests: all.reduce((sum, { requests }) => sum + requests, 0),
    }
    return [{ name, words, most, value: read(total) }]
  })
}
