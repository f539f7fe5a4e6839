import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import pg from 'pg'
import { people } from '../../../scripts/bench/people.mjs'
import { inRoot } from '../../../scripts/lib/paths.mjs'
import { freePort } from '../../../scripts/lib/ports.mjs'
import { startPostgres } from '../../../scripts/lib/postgres.mjs'
import { launchNode, runNode, typeScript } from '../../../scripts/lib/processes.mjs'
import { removeTemporary, temporaryDirectory } from '../../../scripts/lib/temporary.mjs'
import { randomFrom } from '../random'
import { signIn } from './forms'
import { Judge } from './judge'
import { aLine } from './line'
import { Member } from './member'
import { publish } from './saves'
import { Subject } from './subject'
import type { World } from './world'

const ACCOUNTS = ['officer', 'moderator', 'representative', 'admin']
const PASSWORD = 'open-the-cupboard'

export type Site = Awaited<ReturnType<typeof openSite>>

/**
 * So many `npm run serve` and a worker on one database of their own, each process with its own way to it. `root` is the
 * clone whose build is served; another than this one shows what the experiment finds there.
 */
export async function openSite({ processes, seed, root = inRoot() }: Options) {
  const given = process.env.CUPBOARD_TEST_DIRECTORY
  const directory = given ? join(given, 'fresh') : await temporaryDirectory()
  mkdirSync(directory, { recursive: true })
  const server = await startPostgres(directory, { durable: !given })
  const site = new URL('http://cupboard.test')
  const env = {
    ...(process.env as Record<string, string>),
    ...{ DATABASE_URL: server.url, DATA_DIR: directory, HOST: '127.0.0.1', SITE_URL: site.origin },
    ...{ AUTH_SECRET: randomBytes(32).toString('hex'), DEMO: '1', DEMO_SET_BY_HAND: '1', SMTP_URL: '' },
    ...{ NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' },
  }
  await program(root, env, ['scripts/prepare.mjs', '--seed'])
  await program(root, env, ['scripts/bench/enrol.ts'])
  const logOf = (name: string | number) => openSync(join(directory, `fresh-${name}.log`), 'a')
  const worker = launchNode([...typeScript, join(root, 'lib/worker/main.ts')], {
    ...{ cwd: root, env, stdio: ['ignore', logOf('worker'), logOf('worker')] },
  })
  const members = await Promise.all(
    Array.from({ length: processes }, async (_, number) => {
      const line = await aLine(server.url)
      return new Member(number + 1, {
        ...{ root, env, log: logOf(number + 1), line, port: await freePort() },
      })
    }),
  )
  // One after the other: together they would take each other's processor.
  for (const member of members) {
    member.start()
    await member.returned('started')
  }
  const pool = new pg.Pool({ connectionString: server.url, max: 4 })
  const world = await worldOf({ members, site, seed, pool })
  const waiter = watchWaits(world, root, env)
  return { world, close, keepLogs }

  /** What the processes said goes where the logs of other browser tests are. */
  function keepLogs() {
    mkdirSync(inRoot('test-results'), { recursive: true })
    for (const name of readdirSync(directory).filter((each) => /^fresh-.*\.log$/.test(each)))
      copyFileSync(join(directory, name), inRoot('test-results', name))
  }

  async function close() {
    for (const child of [worker, waiter]) child?.kill('SIGKILL')
    for (const member of members) member.signal('SIGKILL')
    await Promise.all(members.map((member) => member.ended(5000)))
    await Promise.all(members.map(({ line }) => line.close()))
    await pool.end()
    await server.stop()
    if (!given) await removeTemporary(directory)
  }
}

type Options = { processes: number; seed: number; root?: string }
type Parts = { members: Member[]; site: URL; seed: number; pool: pg.Pool }

async function worldOf({ members, site, seed, pool }: Parts): Promise<World> {
  const world: World = {
    members,
    judge: new Judge(site.host),
    random: randomFrom(seed),
    tokens: people.map(({ token }) => token),
    cookies: {},
    site,
    waits: [],
    publications: [],
    unknown: 0,
    query: async (sql, values) => (await pool.query(sql, values)).rows,
  }
  for (const name of ACCOUNTS) world.cookies[name] = await signIn(world, `${name}@demo.example`, PASSWORD)
  return world
}

/** Case studies to edit, each under a heading where few others stand. */
export async function openSubjects(world: World, count: number): Promise<Subject[]> {
  const categories = (await world.query(
    `SELECT c.code, '/categories/' || lower(c.code) || '-' || c.slug AS path FROM category c
     WHERE c.parent_code = 'D' ORDER BY c.position`,
  )) as { code: string; path: string }[]
  const subjects = Array.from({ length: count }, (_, at) => {
    const category = categories[at % categories.length] as { code: string; path: string }
    return new Subject(at + 1, { ...category })
  })
  for (const subject of subjects) await publish(world, subject)
  return subjects
}

/** Somebody who publishes now and then and notes how long each took to be acknowledged; not in a clone without a clock. */
function watchWaits(world: World, root: string, env: NodeJS.ProcessEnv) {
  const file = join(root, 'scripts/bench/waits.ts')
  if (!existsSync(file)) return null
  const child = launchNode([...typeScript, file, '1000000', '150'], {
    ...{ cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] as const },
  })
  createInterface({ input: child.stdout as Readable }).on('line', (line) => {
    world.publications.push(Number(line))
  })
  return child
}

async function program(root: string, env: Record<string, string>, [file, ...args]: string[]) {
  const { code, output } = await runNode([...typeScript, join(root, String(file)), ...args], {
    cwd: root,
    env,
  })
  if (code !== 0) throw new Error(`${file} failed: ${output}`)
}
