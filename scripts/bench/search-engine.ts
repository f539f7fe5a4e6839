import { readFileSync } from 'node:fs'
import { disconnect, pool } from '@/lib/platform/db'
import type { SearchEngine } from '@/lib/search/engine'
import { closeSearch } from '@/lib/search/engines/postgres/connection'
import { postgres } from '@/lib/search/engines/postgres/engine'
import { planOf } from '@/lib/search/plan/expand'
import type { Ask } from '@/lib/search/schema'
import { suggest } from '@/lib/search/suggest'
import { cpuOf } from './cpu.mjs'
import { beginningsOf, queriesOf } from './search-queries.mjs'

// `search-engine.ts [rounds] [kind]` measures searching without the site around it, kind by kind: each query is planned, found, put in
// order and counted with all its facets, and nothing that was found is kept. With MEILISEARCH_URL both engines, in turn.
const [rounds = '1', only = ''] = process.argv.slice(2)
const acl = ['public']
const url = process.env.DATABASE_URL as string
type Sample = { q: string; plan: number; find: number; total: number }

const engines: SearchEngine[] = [postgres, ...(process.env.MEILISEARCH_URL ? [await filled()] : [])]
const { rows } = await pool().query<{ pid: number }>(
  `SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'`,
)
const server = parentOf(rows[0]?.pid ?? 0)
const queries: Record<string, string[]> = await queriesOf(url)
const medians = new Map<string, number>()
console.log(
  'engine      kind          p50    p95    max | best p50  best p95 | plan p50 find p50 | own CPU  db CPU | mean hits, the slowest',
)
for (const [kind, words] of Object.entries(queries)) if (kind.includes(only)) await measureKind(kind, words)
if (!only) await measureSuggestions()
for (const { name } of engines)
  console.log(
    `${name}: common against rare x ${((medians.get(`${name} common`) ?? 0) / (medians.get(`${name} rare`) ?? 1)).toFixed(1)}`,
  )
await disconnect()
await closeSearch()
process.exit(0)

async function measureKind(kind: string, words: string[]) {
  for (const engine of engines) {
    await forget()
    for (const q of words.slice(0, 5)) await find(engine, q)
    const samples: Sample[] = []
    const before = costs()
    for (let round = 0; round < Number(rounds); round += 1) {
      await forget()
      for (const q of words) samples.push(await find(engine, q))
    }
    report({ engine: engine.name, kind, samples, cpu: since(before, samples.length) })
  }
}

/** What was found is kept for as long as the index is the same. */
async function forget() {
  await pool().query('UPDATE search_state SET version = version + 1')
}

async function find(engine: SearchEngine, q: string): Promise<Sample> {
  const begun = performance.now()
  const plan = await planOf({ typed: q, exactly: false, acl })
  const planned = performance.now()
  const ask: Ask = { plan, match: 'all', filter: {}, sort: 'best', page: 1, perPage: 20, acl }
  const { total } = await engine.find(ask)
  return { q, total, plan: planned - begun, find: performance.now() - planned }
}

async function measureSuggestions() {
  const samples: Sample[] = []
  const beginnings: string[] = await beginningsOf(url)
  for (const q of beginnings.slice(0, 5)) await suggest(q, acl)
  const before = costs()
  for (const q of beginnings) {
    const begun = performance.now()
    const { length } = await suggest(q, acl)
    samples.push({ q, plan: 0, find: performance.now() - begun, total: length })
  }
  report({ engine: 'postgres', kind: 'suggestions', samples, cpu: since(before, samples.length) })
}

type Row = { engine: string; kind: string; samples: Sample[]; cpu: { own: number; database: number } }

function report({ engine, kind, samples, cpu }: Row) {
  const ms = samples.map(({ plan, find }) => plan + find)
  medians.set(`${engine} ${kind}`, at(ms, 0.5))
  const parts = [
    at(
      samples.map(({ plan }) => plan),
      0.5,
    ),
    at(
      samples.map(({ find }) => find),
      0.5,
    ),
  ]
  const wide = (numbers: number[], width: number) =>
    numbers.map((n) => n.toFixed(1).padStart(width)).join(' ')
  const best = bestOf(samples)
  const hits = Math.round(samples.reduce((sum, { total }) => sum + total, 0) / samples.length)
  const slowest = samples.reduce((a, b) => (a.plan + a.find > b.plan + b.find ? a : b))
  console.log(
    `${engine.padEnd(11)} ${kind.padEnd(11)} ${wide([at(ms, 0.5), at(ms, 0.95), Math.max(...ms)], 6)} | ${wide([at(best, 0.5), at(best, 0.95)], 8)} | ${wide(parts, 8)} | ${wide([cpu.own, cpu.database], 7)} | ${hits}, ${slowest.q}`,
  )
}

/** Of each query its quickest round: on a busy machine the nearest to what it takes alone. */
function bestOf(samples: Sample[]): number[] {
  const best = new Map<string, number>()
  for (const { q, plan, find } of samples)
    best.set(q, Math.min(best.get(q) ?? Number.POSITIVE_INFINITY, plan + find))
  return [...best.values()]
}

function costs() {
  return { own: process.cpuUsage(), database: cpuOf(server) }
}

function since(before: ReturnType<typeof costs>, count: number) {
  const own = process.cpuUsage(before.own)
  return { own: (own.user + own.system) / 1000 / count, database: (cpuOf(server) - before.database) / count }
}

function at(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function parentOf(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
  return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1])
}

/** Meilisearch with everything that the index of the database has. */
async function filled(): Promise<SearchEngine> {
  const { meilisearch } = await import('@/lib/search/engines/meilisearch/find')
  const { pushRound } = await import('@/lib/search/push/round')
  for (let round = 0; round < 2; round += 1) {
    const { outcome } = await pushRound()
    if (outcome !== 'done') throw new Error(`Nothing could be pushed to Meilisearch: ${outcome}`)
  }
  return meilisearch
}
