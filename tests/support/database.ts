import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'

// Runs before each test file, and before anything of lib is loaded: the file gets a database of its own.
const template = new URL(inject('templateUrl'))
const name = `test_${process.pid}_${Date.now().toString(36)}`
await createDatabase()

process.env.DATABASE_URL = urlOf(name)
process.env.DATA_DIR = join(inject('testDirectory'), name)
// A Meilisearch that the run was given is shared by its files too.
process.env.MEILISEARCH_INDEX = `cupboard_${name}`
process.env.AUTH_SECRET ||= 'only-for-tests-only-for-tests-only-for-tests'
mkdirSync(process.env.DATA_DIR)

async function createDatabase() {
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  await client.connect()
  try {
    await dropAbandoned(client)
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`)
  } finally {
    await client.end()
  }
}

// A file cannot drop its own database: the pool of lib is still connected to it. The next file does.
async function dropAbandoned(client: pg.Client) {
  const { rows } = await client.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname ~ '^test_'`,
  )
  for (const { datname } of rows) {
    if (!isAlive(Number(datname.split('_')[1])))
      await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
  }
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function urlOf(database: string) {
  const url = new URL(template)
  url.pathname = `/${database}`
  return url.href
}
