import { cpus, loadavg, totalmem } from 'node:os'
import { median } from './measure.mjs'
import { CACHED, NAMES } from './rows.mjs'

const GROWS = 2
// Less than this is what a 10 ms tick makes of nothing.
const leastCpuMs = 1
const columns = ['conn', 'p50 ms', 'p95 ms', 'p99 ms', 'req/s', 'web CPU', 'db CPU', 'share', 'CPU x']
const kilobyte = 1000

/** One line that says where the figures come from. */
export function machine({ next, postgres, browser }) {
  const [{ model }] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return [
    `${new Date().toISOString().slice(0, 16)}Z`,
    `${cpus().length} x ${model
      .replace(/\(R\)|\(TM\)|CPU|Processor/g, '')
      .replace(/\s+/g, ' ')
      .trim()}, ${memory} GB`,
    `Node ${process.versions.node}, Next ${next}, PostgreSQL ${postgres}${browser ? `, Chromium ${browser}` : ''}`,
  ].join('; ')
}

/** The rows at one size: medians of the repetitions. Bare Node stands first, with the answers of the first row. */
export function sizeTable(results, size) {
  const of = (name, connections) =>
    results.filter((result) => result.size === size && is(result, name, connections))
  const [yardstick] = NAMES
  return [
    line(`${size.toLocaleString('en-GB')} case studies`, columns),
    ...[1, 16, 64].flatMap((connections) => {
      const found = of(yardstick, connections)
      return found.length > 0 ? [bareLine(connections, found)] : []
    }),
    ...cells(results).map(([name, connections]) => ourLine(name, connections, of(name, connections))),
  ].join('\n')
}

function ourLine(name, connections, found) {
  const of = (read) => figure(median(found.map(read)))
  return line(name, [
    connections,
    of(({ ours }) => ours.p50),
    of(({ ours }) => ours.p95),
    of(({ ours }) => ours.p99),
    of(({ ours }) => ours.perSecond),
    of(({ ours }) => ours.web),
    of(({ ours }) => ours.database),
    of(({ ours, bare }) => (bare ? ours.perSecond / bare.perSecond : Number.NaN)),
    of(({ ours, bare }) => (bare ? ours.web / bare.web : Number.NaN)),
  ])
}

function bareLine(connections, found) {
  const of = (read) => figure(median(found.map(({ bare }) => read(bare))))
  const times = [of(({ p50 }) => p50), of(({ p95 }) => p95), of(({ p99 }) => p99)]
  return line('bare Node, the same case study', [
    connections,
    ...times,
    of(({ perSecond }) => perSecond),
    of(({ web }) => web),
    '-',
    '1',
    '1',
  ])
}

export const meaning = `\
conn      connections, each sending its next request as soon as the last was answered
p50 ...   milliseconds until the whole answer: half, 95 % and 99 % of them took no longer
web CPU   milliseconds of processor time (user + system) a request in the site's web part
db CPU    the same in PostgreSQL; of a save with the indexing that follows it
share     req/s as a share of bare Node with the same answers ready, measured right afterwards
CPU x     web CPU as a multiple of bare Node's
Each figure is the median of the repetitions. Answers are compressed (gzip).`

/** How much more a row costs at the largest size than at the smallest. */
export function growthTable(results, sizes) {
  const [small, large] = [sizes[0], sizes.at(-1)]
  const heading = `growth, ${small.toLocaleString('en-GB')} to ${large.toLocaleString('en-GB')}`
  const lines = [line(heading, ['conn', 'p50', 'p95', 'web CPU', 'db CPU', 'page', ''])]
  for (const [name, connections] of cells(results)) {
    const factor = (read) => {
      const pairs = results.filter((result) => result.size === large && is(result, name, connections))
      return median(
        pairs.map((big) => {
          const twin = results.find(
            (it) => it.size === small && it.number === big.number && is(it, name, connections),
          )
          return read(big) / read(twin)
        }),
      )
    }
    const factors = [
      factor(({ ours }) => ours.p50),
      factor(({ ours }) => ours.p95),
      factor(({ ours }) => ours.web),
      factor(({ ours }) => (ours.database < leastCpuMs ? Number.NaN : ours.database)),
      factor(({ bytes }) => bytes),
    ]
    lines.push(
      line(name, [
        connections,
        ...factors.map(times),
        factors.some((value) => value >= GROWS) ? 'grows' : '',
      ]),
    )
  }
  return lines.join('\n')
}

export function weightTable(weights) {
  if (!weights) return 'page weight: not measured, because no Chromium was found (set CHROMIUM_PATH)'
  const kinds = ['html', 'css', 'js', 'other', 'fonts']
  const lines = [wide('kB (requests), empty cache', [...kinds, 'no fonts', 'all'])]
  for (const { name, weight } of weights.loads) {
    const part = (wanted) => {
      const found = wanted.flatMap((kind) => weight[kind] ?? [])
      const sum = (read) => found.reduce((total, entry) => total + read(entry), 0)
      return `${(sum(({ bytes }) => bytes) / kilobyte).toFixed(1)} (${sum(({ requests }) => requests)})`
    }
    const groups = [...kinds.map((kind) => [kind]), kinds.slice(0, 4), kinds]
    lines.push(wide(name, groups.map(part)))
  }
  return lines.join('\n')
}

/** What somebody reading the tables must know beside them. */
export function remarks(results, busyBefore) {
  const lines = []
  for (const name of CACHED)
    for (const { size, ours } of results.filter(({ row }) => row === name)) {
      // Next names its own cache in whatever it answers; the page server takes that off what it keeps.
      const { none = 0, ...others } = ours.caches
      const passed = Object.values(others).reduce((sum, count) => sum + count, 0)
      if (passed > 0)
        lines.push(
          `! ${name}: ${passed} of ${passed + none} answers came from Next, not from memory (${size})`,
        )
    }
  const rates = results.flatMap(({ bare, connections }) => (bare && connections === 16 ? bare.perSecond : []))
  const [before, after] = [busyBefore, loadavg()[0]].map((load) => load.toFixed(1))
  if (rates.length > 0) lines.push(rangeOf(rates))
  lines.push(`load of the machine ${before} before and ${after} after, on ${cpus().length} processors.`)
  return [...new Set(lines)].join('\n')
}

function rangeOf(rates) {
  const [least, most] = [Math.min(...rates), Math.max(...rates)].map((rate) =>
    Math.round(rate).toLocaleString('en-GB'),
  )
  return `Noise: bare Node itself went from ${least} to ${most} requests/s at 16 connections;`
}

function cells(results) {
  return NAMES.flatMap((name) => {
    const counts = [
      ...new Set(results.filter(({ row }) => row === name).map(({ connections }) => connections)),
    ]
    return counts.map((connections) => [name, connections])
  })
}

function is(result, name, connections) {
  return result.row === name && result.connections === connections
}

export function line(name, values) {
  return (
    name.padEnd(31) +
    values
      .map((value, index) => String(value).padStart(index ? 7 : 5))
      .join(' ')
      .trimEnd()
  )
}

export function wide(name, values) {
  return name.padEnd(27) + values.map((value, index) => value.padStart(index < 5 ? 9 : 10)).join(' ')
}

export function figure(value) {
  if (Number.isNaN(value)) return '-'
  if (value >= 100) return Math.round(value).toLocaleString('en-GB')
  return value >= 10 ? value.toFixed(1) : value >= 1 ? value.toFixed(2) : value.toFixed(3)
}

function times(value) {
  return Number.isFinite(value) ? `x ${value.toFixed(1)}` : '-'
}
