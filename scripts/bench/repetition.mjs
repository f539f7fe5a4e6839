import { apiReads, apiSavesFrom } from './api.mjs'
import { query } from './database.mjs'
import { editReads, savesFrom, textOf } from './editors.mjs'
import { measureBare, measurePairs, measureSite, readOf } from './measure.mjs'
import { fillMemory } from './memory.mjs'
import { severalProcesses } from './several.mjs'
import { drained } from './sites.mjs'

const warmConnections = 4

/** Every row that was asked for, once on every site, the sites in turn, each beside the bare server in the same minute. */
export async function repetition(bench, { number, note, onResult }) {
  for (const row of bench.rows)
    for (const connections of row.connections)
      for (const site of rotated(bench.sites, number)) {
        if (row.once && (number > 1 || site !== bench.sites.at(-1))) continue
        note(`${row.name}, ${connections} at a time, ${site.size.toLocaleString('en-GB')}`)
        for (const result of await MEASURES[row.kind](bench, site, { row, connections }))
          onResult({
            ...{ connections, size: site.size, row: row.name, ...result },
            number: number + (result.pair ?? 0) / 100,
          })
      }
}

const MEASURES = {
  ...{ paired, warm, unkept, cold, save, 'api-save': apiSave, 'after-edit': afterEdit },
  ...{ processes: severalProcesses, memory: fillMemory },
}

/** What is in memory, in pairs of short runs with the bare server, after each page was read once. */
async function paired(bench, site, { row, connections }) {
  const requests = row.paths(site.world).map((path) => readOf(site, path))
  const { answers, failures } = await readOnce(bench, site, { row, requests })
  const job = { requests, answers, connections, ms: bench.pairMs, pairs: bench.pairs }
  const results = await measurePairs(bench, site, job)
  results[0].ours.failures.push(...failures)
  return results.map((result) => ({ ...result, bytes: meanBytes(answers) }))
}

/** Reads in turn for a while, after each page was read once. */
async function warm(bench, site, { row, connections }) {
  const requests = row.paths(site.world).map((path) => readOf(site, path))
  const { answers, failures } = await readOnce(bench, site, { row, requests })
  const ours = await measureSite(bench, site, { requests, connections, ms: bench.cellMs })
  const bare = await measureBare(bench, { requests, answers, connections, ms: bench.bareMs })
  return [{ ours: { ...ours, failures: [...failures, ...ours.failures] }, bare, bytes: meanBytes(answers) }]
}

/** What is not cached is only asked for the first time: the bare server gives the same answers again. */
async function readOnce(bench, site, { row, requests }) {
  const known = site.answers.get(row.name)
  if (known && !row.cached) return known
  const job = { port: site.port, requests, connections: warmConnections, keep: true }
  const { answers, failures } = await bench.load.ask(job)
  site.answers.set(row.name, { answers, failures: [] })
  return { answers, failures }
}

/** Each once, after whatever was kept of earlier searches has been forgotten. */
async function unkept(bench, site, { row, connections }) {
  const requests = row.paths(site.world).map((path) => readOf(site, path))
  // As when something was saved: the version of the index rises.
  const forget = () => query(site.url, 'UPDATE search_state SET version = version + 1')
  await forget()
  const { failures } = await readOnce(bench, site, { row, requests: requests.slice(0, 5) })
  await forget()
  const measured = await onceEach(bench, site, { requests, connections })
  return [{ ...measured, ours: { ...measured.ours, failures: [...failures, ...measured.ours.failures] } }]
}

/** Pages that nobody has read since the server began, each once. */
async function cold(bench, site, { row, connections }) {
  const pages = site.world.unread.splice(-takes(bench, connections).cold)
  const requests = pages.map(({ path }) => readOf(site, path + (row.under ?? '')))
  return [await onceEach(bench, site, { requests, connections })]
}

/** Opens the edit pages and saves each, through the forms. */
async function save(bench, site, { connections }) {
  const pages = takeToSave(site, takes(bench, connections).saves)
  const opened = await onceEach(bench, site, { requests: editReads(site, pages), connections })
  const requests = savesFrom(site, pages, opened.ours.answers)
  const before = await countRevisions(site)
  // A save costs its indexing too, which the worker does after the answer.
  const saved = await onceEach(bench, site, { requests, connections, settled: drained })
  const kept = (await countRevisions(site)) - before
  const acknowledged = requests.length - saved.ours.failed
  if (kept !== acknowledged)
    saved.ours.failures.push(`${acknowledged} saves were acknowledged and ${kept} kept`)
  return [{ ...opened, row: 'edit form, signed in' }, saved]
}

/** Reads case studies through the API and saves each again with a sentence more; or one of them as many times. */
async function apiSave(bench, site, { row, connections }) {
  const count = takes(bench, connections).saves
  if (!row.page) {
    const pages = takeToSave(site, count)
    return [await savedThroughApi(bench, site, { pages, connections })]
  }
  const results = []
  for (let time = 0; time < count; time++)
    results.push((await savedThroughApi(bench, site, { pages: [row.page(site.world)], connections })).ours)
  return [{ ours: joined(results), bytes: Number.NaN }]
}

async function savedThroughApi(bench, site, { pages, connections }) {
  const job = { port: site.port, requests: apiReads(site, pages), connections: 1, keep: true }
  const { answers } = await bench.load.ask(job)
  const requests = apiSavesFrom(site, pages, answers)
  return onceEach(bench, site, { requests, connections, settled: drained })
}

/** Edits a case study, then reads it, home and its category: each the first read after that edit. */
async function afterEdit(bench, site, { row, connections }) {
  const pages = takeToSave(site, takes(bench, connections).edits)
  const reads = row.reads.map((read) => ({ ...read, results: [] }))
  for (const page of pages) {
    const mark = await edit(bench, site, page)
    for (const { path, results } of reads)
      results.push(
        await measureSite(bench, site, { requests: [readOf(site, path(page))], connections, keep: true }),
      )
    const article = reads[0].results.at(-1)
    if (!textOf(article.answers[0]).includes(mark))
      article.failures.push(`${page.path} was stale after an edit`)
  }
  return Promise.all(
    reads.map(({ name, results }) => ({ row: name, ours: joined(results), bytes: Number.NaN })),
  )
}

async function edit(bench, site, page) {
  const ask = (requests) => bench.load.ask({ port: site.port, requests, connections: 1, keep: true })
  const { answers } = await ask(editReads(site, [page]))
  const [request] = savesFrom(site, [page], answers)
  const { failures } = await ask([request])
  if (failures.length > 0) throw new Error(failures[0])
  await drained(site)
  return request.mark
}

async function onceEach(bench, site, { requests, connections, settled }) {
  const ours = await measureSite(bench, site, { requests, connections, settled, keep: true })
  const bare = await measureBare(bench, { requests, answers: ours.answers, connections, ms: bench.bareMs })
  return { ours, bare, bytes: meanBytes(ours.answers) }
}

/** Many measurements of one request as one of many requests. */
function joined(results) {
  const sum = (read) => results.reduce((total, result) => total + read(result), 0)
  const caches = {}
  for (const result of results)
    for (const [name, count] of Object.entries(result.caches)) caches[name] = (caches[name] ?? 0) + count
  const sorted = results.map(({ p50 }) => p50).sort((a, b) => a - b)
  const at = (share) => sorted[Math.floor(sorted.length * share)]
  return {
    caches,
    failed: sum(({ failed }) => failed),
    failures: results.flatMap(({ failures }) => failures),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    perSecond: (1000 * sorted.length) / sum(({ p50 }) => p50),
    web: sum(({ web }) => web) / results.length,
    database: sum(({ database }) => database) / results.length,
  }
}

function takes({ alone, together }, connections) {
  return connections === 1 ? alone : together
}

function takeToSave({ world }, count) {
  // Round and round: a page may be saved again, but not twice at once.
  const taken = world.toSave.splice(0, count)
  world.toSave.push(...taken)
  return taken
}

async function countRevisions({ url }) {
  const [{ n }] = await query(url, 'SELECT count(*)::int AS n FROM revision')
  return n
}

function meanBytes(answers) {
  const sizes = answers.flatMap((answer) => (answer ? [answer.body.length] : []))
  return sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length)
}

function rotated(sites, number) {
  return sites.map((_, index) => sites[(index + number) % sites.length])
}
