import { spawn } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freePort } from '@/scripts/lib/ports.mjs'
import { startPostgres } from '@/scripts/lib/postgres.mjs'
import { removeTemporary, temporaryDirectory } from '@/scripts/lib/temporary.mjs'

// P03: nothing starts on a database that could lose what it acknowledged, or that cannot hold what people write.
let directory: string
let server: Awaited<ReturnType<typeof startPostgres>>

beforeAll(async () => {
  directory = await temporaryDirectory()
  server = await startPostgres(directory)
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query('CREATE DATABASE hasty')
  await client.query('ALTER DATABASE hasty SET synchronous_commit = off')
  await client.query(
    `CREATE DATABASE narrow ENCODING 'LATIN1' LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`,
  )
  await client.end()
})
afterAll(async () => {
  await server.stop()
  await removeTemporary(directory)
})

test.each([
  // The database of these tests is thrown away, so it runs with fsync off.
  ['fsync = off', () => inject('templateUrl'), 'fsync = off: a power cut'],
  ['synchronous_commit = off', () => databaseNamed('hasty'), 'synchronous_commit = off: a save'],
  ['an encoding other than UTF-8', () => databaseNamed('narrow'), 'server_encoding = LATIN1: it could not'],
])('%s: the web part and the worker refuse to start and say why', async (_, urlOf, message) => {
  for (const program of ['scripts/serve.mjs', 'lib/worker/main.ts']) {
    const { code, output } = await start(program, urlOf())
    expect(output).toContain(message)
    expect(output).toContain('so the Cupboard does not use it')
    expect(code).toBe(1)
    expect(output).not.toMatch(/\n\s+at /)
  }
})

test('a sound database is used', async () => {
  const { checkDurability } = await import('@/scripts/lib/durability.mjs')
  await expect(checkDurability(server.url)).resolves.toBeUndefined()
})

function databaseNamed(name: string): string {
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return url.href
}

async function start(program: string, url: string) {
  const env = { ...process.env, DATABASE_URL: url, DATA_DIR: directory, PORT: String(await freePort()) }
  const child = spawn(process.execPath, ['scripts/run.mjs', program], { env })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  const [code] = await once(child, 'close')
  return { code, output }
}
