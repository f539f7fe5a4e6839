import { requestBytes } from './connection.mjs'
import { cpuOf } from './cpu.mjs'

/** A read of `path`, compressed as browsers ask for it. */
export function readOf({ port }, path, cookie) {
  const headers = { 'Accept-Encoding': 'gzip', Accept: 'text/html', ...(cookie && { Cookie: cookie }) }
  return { path, status: 200, bytes: requestBytes({ path, host: `127.0.0.1:${port}`, headers }) }
}

/** Sends the requests to a site and tells how long they took and what they cost its web part and its database. */
export async function measureSite({ load }, site, { settled, ...job }) {
  const before = costs(site)
  const tally = await load.ask({ port: site.port, ports: site.ports, ...job })
  await settled?.(site)
  const after = costs(site)
  const count = Math.max(1, tally.latencies.length)
  return {
    ...figures(tally),
    web: (after.web - before.web) / count,
    database: (after.database - before.database) / count,
    worker: (after.worker - before.worker) / count,
  }
}

/** The same requests to the bare server, which has the same answers ready. */
export async function measureBare(bench, { requests, answers, connections, ms }) {
  return measureBareAt(bench, await bareWith(bench, { requests, answers }), { requests, connections, ms })
}

/**
 * Short runs of the site and of the bare server in turn, and in turn first: what else the machine does then meets both.
 * Answers one result a pair.
 */
export async function measurePairs(bench, site, { requests, answers, connections, ms, pairs }) {
  const port = await bareWith(bench, { requests, answers })
  const runs = {
    ours: () => measureSite(bench, site, { requests, connections, ms }),
    bare: () => measureBareAt(bench, port, { requests, connections, ms }),
  }
  const results = []
  for (let pair = 0; pair < pairs; pair++) {
    const result = { pair }
    for (const name of pair % 2 === 0 ? ['ours', 'bare'] : ['bare', 'ours']) result[name] = await runs[name]()
    results.push(result)
  }
  return results
}

async function bareWith({ bare }, { requests, answers }) {
  const pages = requests.flatMap(({ path, status }, index) => {
    const answer = answers[index]
    return answer
      ? [{ path, status, body: answer.body, zipped: isZipped(answer), location: locationOf(answer) }]
      : []
  })
  const { port } = await bare.ask(pages)
  return port
}

async function measureBareAt({ load, bare }, port, job) {
  const before = cpuOf(bare.pid)
  const tally = await load.ask({ port, ...job })
  return { ...figures(tally), web: (cpuOf(bare.pid) - before) / Math.max(1, tally.latencies.length) }
}

export function figures({ latencies, elapsedMs, answers, ...tally }) {
  const sorted = latencies.toSorted()
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return {
    ...tally,
    answers,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    perSecond: latencies.length / (elapsedMs / 1000),
  }
}

export function median(values) {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
  const middle = sorted.length / 2
  if (sorted.length === 0) return Number.NaN
  return Number.isInteger(middle) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[Math.floor(middle)]
}

export function isZipped({ head }) {
  return /\r\ncontent-encoding: gzip/i.test(head)
}

function locationOf({ head }) {
  return /\r\nlocation: ([^\r]*)/i.exec(head)?.[1]
}

function costs({ pids }) {
  const web = [pids.web].flat().reduce((sum, pid) => sum + cpuOf(pid), 0)
  return { web, worker: cpuOf(pids.worker), database: cpuOf(pids.database) }
}
