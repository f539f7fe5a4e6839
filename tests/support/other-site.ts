import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { disconnect } from '@/lib/platform/db'

let made = 0

export type Site = { databaseUrl: string; dataDir: string }

/** An empty site of its own beside that of the test file: migrated, and nothing in it. */
export async function anEmptySite(): Promise<Site> {
  const template = new URL(inject('templateUrl'))
  made += 1
  const name = `test_${process.pid}_other${made}_${Date.now().toString(36)}`
  const url = (database: string) => Object.assign(new URL(template), { pathname: `/${database}` }).href
  const client = new pg.Client({ connectionString: url('postgres') })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`)
  } finally {
    await client.end()
  }
  const dataDir = join(inject('testDirectory'), name)
  mkdirSync(dataDir)
  return { databaseUrl: url(name), dataDir }
}

/** Does something as if this were the site, and comes back to the test file's own. */
export async function at<Result>(site: Site, work: () => Promise<Result>): Promise<Result> {
  const own = { databaseUrl: process.env.DATABASE_URL as string, dataDir: process.env.DATA_DIR as string }
  await go(site)
  try {
    return await work()
  } finally {
    await go(own)
  }
}

async function go({ databaseUrl, dataDir }: Site) {
  await disconnect()
  process.env.DATABASE_URL = databaseUrl
  process.env.DATA_DIR = dataDir
}
