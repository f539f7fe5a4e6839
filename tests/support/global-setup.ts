import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '@/scripts/lib/postgres.mjs'
import { removeTemporary, temporaryDirectory } from '@/scripts/lib/temporary.mjs'
import { keepPristine } from './pristine'

declare module 'vitest' {
  interface ProvidedContext {
    templateUrl: string
    testDirectory: string
  }
}

/** One PostgreSQL for the whole run, with one migrated database that every test file gets a copy of. */
export default async function setup(project: TestProject) {
  const { directory, remove } = await home(project.name)
  const server = await startPostgres(directory, { durable: false })
  const teardown = async () => {
    await server.stop()
    await remove()
  }
  try {
    const { migrate } = await import('@/prisma/migrate')
    await migrate(server.url)
    await withClient(server.url, keepPristine)
  } catch (error) {
    await teardown()
    throw error
  }
  project.provide('templateUrl', server.url)
  project.provide('testDirectory', directory)
  return teardown
}

async function home(name: string) {
  const given = process.env.CUPBOARD_TEST_DIRECTORY
  const directory = given ? join(given, `vitest-${name}`) : await temporaryDirectory()
  mkdirSync(directory, { recursive: true })
  return { directory, remove: () => (given ? undefined : removeTemporary(directory)) }
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
