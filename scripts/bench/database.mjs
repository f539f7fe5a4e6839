import { availableParallelism } from 'node:os'
import pg from 'pg'
import { inRoot } from '../lib/paths.mjs'
import { runNode, typeScript } from '../lib/processes.mjs'
import { PlainError, step } from '../lib/progress.mjs'

const SEED = 20261122

/** Makes the people and fills the database at `url` up to `size` case studies, on as many processors as there are. */
export async function fill(url, size) {
  const missing = size - (await countCaseStudies(url))
  const label = `Making ${missing.toLocaleString('en-GB')} case studies`
  await step(label, async (note) => {
    const parts = Math.min(4, availableParallelism())
    const made = Array(parts).fill(0)
    const share = (part) => Math.floor((missing * (part + 1)) / parts) - Math.floor((missing * part) / parts)
    const work = made.map((_, part) =>
      program(url, ['fill.ts', share(part), SEED + size + part], (line) => {
        made[part] = Number(line) || made[part]
        note(`${made.reduce((sum, count) => sum + count)} made`)
      }),
    )
    await Promise.all(work)
    await query(url, 'VACUUM ANALYZE')
  })
  await step('Verifying the chains of revisions', () => program(url, ['../../lib/revisions/verify-all.ts']))
}

/** Adds a case study for each number of versions. */
export function deepen(url, depths) {
  return step('Making case studies with long histories', () => program(url, ['deepen.ts', ...depths]))
}

export function enrolPeople(url) {
  return program(url, ['enrol.ts'])
}

/** A second database with everything that is in the first, and its address. */
export async function copyDatabase(url, name) {
  const copy = new URL(url)
  const original = copy.pathname.slice(1)
  copy.pathname = '/postgres'
  await query(copy.href, `CREATE DATABASE ${name} TEMPLATE ${original}`)
  copy.pathname = `/${name}`
  return copy.href
}

/** An empty database of the project beside that of `url`, and its address. */
export async function newDatabase(url, name) {
  const made = new URL(url)
  made.pathname = '/postgres'
  await query(made.href, `CREATE DATABASE ${name}`)
  made.pathname = `/${name}`
  await program(made.href, ['../../prisma/migrate.ts'])
  return made.href
}

/** How long a save waits for the processes on the database of `url`: milliseconds, so many times. */
export async function waitsOf(url, count) {
  return (await program(url, ['waits.ts', count])).trim().split('\n').map(Number)
}

export async function query(url, text, values) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}

async function countCaseStudies(url) {
  const [{ n }] = await query(url, 'SELECT count(*)::int AS n FROM case_study')
  return n
}

async function program(url, [file, ...args], onLine) {
  const env = { ...process.env, DATABASE_URL: url, NODE_ENV: 'production' }
  const path = inRoot('scripts/bench', file)
  const { code, output } = await runNode([...typeScript, path, ...args.map(String)], { env, onLine })
  if (code !== 0) throw new PlainError(`${output}\n${file} failed; its own words are above.`)
  return output
}
