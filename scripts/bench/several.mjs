import { once } from 'node:events'
import { inRoot } from '../lib/paths.mjs'
import { freePort } from '../lib/ports.mjs'
import { launchNode } from '../lib/processes.mjs'
import { untilReady } from '../lib/site.mjs'
import { apiReads, apiSavesFrom } from './api.mjs'
import { childrenOf } from './cpu.mjs'
import { newDatabase, waitsOf } from './database.mjs'
import { textOf } from './editors.mjs'
import { figures, measurePairs, readOf } from './measure.mjs'

const most = 3
const saves = 20
const publications = 200

/** Up to three processes on one database: what they answer together, how long a save waits for them, and that none is stale. */
export async function severalProcesses(bench, site, { connections }) {
  const results = [{ ours: { failures: [] }, several: { label: '0', ...(await waitsAlone(site)) } }]
  const others = []
  for (let count = 1; count <= most; count++) {
    if (count > 1) others.push(await openAnother(site))
    results.push(await together(bench, [site, ...others], { connections, label: String(count) }))
  }
  if (process.platform === 'linux') results.push(await withOneFrozen(site, others.at(-1)))
  for (const { child } of others) await ended(child)
  return results
}

/** With nobody to wait for: a database that no process serves. */
async function waitsAlone({ url }) {
  const alone = await newDatabase(url, 'cupboard_alone')
  return { waits: sorted(await waitsOf(alone, publications)) }
}

async function together(bench, members, { connections, label }) {
  const [site] = members
  const all = {
    ...site,
    ports: members.map(({ port }) => port),
    pids: { ...site.pids, web: members.map(({ pids }) => pids.web) },
  }
  const requests = site.world.cached.map((path) => readOf(site, path))
  const read = (port) => bench.load.ask({ port, requests, connections: 4, keep: true })
  let answers = []
  for (const port of all.ports) ({ answers } = await read(port))
  const pairs = await measurePairs(bench, all, {
    ...{ requests, answers, connections, ms: bench.pairMs, pairs: bench.pairs },
  })
  const saved = await saveAndRead(bench, members)
  const waits = sorted(await waitsOf(site.url, publications))
  const failures = [...pairs.flatMap(({ ours }) => ours.failures), ...saved.failures]
  return { ours: { failures }, several: { label, pairs, waits, saves: saved } }
}

/** Saves through each process in turn, each save read at once from all of them. */
async function saveAndRead({ load }, members) {
  const [site] = members
  const [latencies, failures] = [[], []]
  for (let time = 0; time < saves; time++) {
    const { port } = members[time % members.length]
    const ask = (to, requests) => load.ask({ port: to, requests, connections: 1, keep: true })
    const page = site.world.toSave[time % site.world.toSave.length]
    const { answers } = await ask(port, apiReads(site, [page]))
    const requests = apiSavesFrom(site, [page], answers)
    const saved = await ask(port, requests)
    latencies.push(...saved.latencies)
    failures.push(...saved.failures)
    const { impact } = JSON.parse(textOf(saved.answers[0]))
    const mark = impact.slice(impact.lastIndexOf('\n') + 1)
    // One connection to each process.
    const reads = members.map(() => readOf(site, page.path))
    const job = { ports: members.map((member) => member.port), connections: members.length, keep: true }
    const shown = await load.ask({ requests: reads, ...job })
    failures.push(...shown.failures)
    for (const answer of shown.answers)
      if (!textOf(answer).includes(mark)) failures.push(`${page.path} was stale after an edit`)
  }
  return { ...figures({ latencies: Float64Array.from(latencies), elapsedMs: 1, answers: [] }), failures }
}

/** One process is stopped as it stands: the first save waits until it has lost its right to answer, the others no longer. */
async function withOneFrozen(site, { pids }) {
  const all = [pids.web, ...childrenOf(pids.web)]
  for (const pid of all) process.kill(pid, 'SIGSTOP')
  try {
    return {
      ours: { failures: [] },
      several: { label: `${most}, one frozen`, waits: sorted(await waitsOf(site.url, 20)) },
    }
  } finally {
    for (const pid of all) process.kill(pid, 'SIGCONT')
  }
}

/** Another web part on the database of a site, as `npm run serve` starts it. */
async function openAnother({ url, env }) {
  const port = await freePort()
  const child = launchNode([inRoot('scripts/serve.mjs')], {
    env: { ...env, DATABASE_URL: url, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await untilReady(`http://127.0.0.1:${port}`)
  return { port, child, pids: { web: child.pid } }
}

async function ended(child) {
  child.kill('SIGTERM')
  await once(child, 'exit')
}

function sorted(waits) {
  return waits.toSorted((a, b) => a - b)
}
