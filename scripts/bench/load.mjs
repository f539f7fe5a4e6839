// The load generator: a process of its own, told what to send by ./helper.mjs.
import { Connection } from './connection.mjs'

const failuresKept = 5

process.on('message', async (job) => process.send(await run(job)))
process.on('disconnect', () => process.exit(0))

/**
 * Sends the requests over so many connections: in turn for `ms` milliseconds, or each once when `ms` is not given.
 * Each is { bytes, status }; any other status than the one expected is a failure. With several ports the connections are
 * dealt out to them.
 */
async function run({ port, ports = [port], requests, connections, ms, keep = false }) {
  const tally = { latencies: [], statuses: {}, caches: {}, failures: [], answers: [], failed: 0 }
  const source = ms ? inTurn(requests, performance.now() + ms) : once(requests)
  const began = performance.now()
  await Promise.all(
    Array.from({ length: connections }, (_, at) => work(ports[at % ports.length], source, { tally, keep })),
  )
  return { ...tally, latencies: Float64Array.from(tally.latencies), elapsedMs: performance.now() - began }
}

async function work(port, source, { tally, keep }) {
  const connection = new Connection(port)
  for (let next = source(); next; next = source()) {
    const began = performance.now()
    const answer = await connection.send(next.request.bytes).catch((error) => ({ error }))
    const took = performance.now() - began
    if (answer.status === next.request.status) count(tally, answer, took)
    else fail(tally, next.request, answer)
    if (keep) tally.answers[next.index] = answer.error ? undefined : answer
  }
  connection.close()
}

function count({ latencies, caches }, { head }, took) {
  latencies.push(took)
  const cache = /\r\nx-nextjs-cache: (\w+)/i.exec(head)?.[1] ?? 'none'
  caches[cache] = (caches[cache] ?? 0) + 1
}

function fail(tally, request, { status, error }) {
  tally.failed += 1
  const [line] = Buffer.from(request.bytes).toString('latin1', 0, 200).split(' HTTP')
  if (tally.failures.length < failuresKept) tally.failures.push(`${line}: ${error?.message ?? status}`)
}

function inTurn(requests, deadline) {
  let index = -1
  return () => {
    if (performance.now() >= deadline) return undefined
    index = (index + 1) % requests.length
    return { index, request: requests[index] }
  }
}

function once(requests) {
  let index = -1
  return () => {
    index += 1
    return index < requests.length ? { index, request: requests[index] } : undefined
  }
}
