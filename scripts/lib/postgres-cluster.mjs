import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { postgresBinaries } from './postgres-binaries.mjs'
import { closedFolder, postgresUser } from './postgres-owner.mjs'
import { run } from './processes.mjs'
import { PlainError, say, step } from './progress.mjs'
import { secretsOf } from './secrets.mjs'

export const role = 'cupboard'
export const database = 'cupboard'

/** The cluster of this DATA_DIR, made when there is none: its folder, its programs, its user, its password. */
export async function openCluster(dataDir, { durable }) {
  mkdirSync(dataDir, { recursive: true })
  const link = join(realpathSync(dataDir), 'postgres')
  const exists = existsSync(join(link, 'PG_VERSION'))
  const user = postgresUser(exists ? realpathSync(link) : link)
  const secrets = secretsOf(dataDir)
  const setup = {
    user,
    binaries: postgresBinaries(user, elsewhereFor(dataDir)),
    password: secrets.databasePassword,
    durable,
  }
  if (!exists) await step('Creating the database', () => create(setup, link))
  const cluster = realpathSync(link)
  const closed = user && closedFolder(dirname(cluster), user)
  if (closed) {
    throw new PlainError(
      `PostgreSQL cannot run as root, and the user ${user.name} cannot enter ${closed}. Run chmod o+x ${closed}, ` +
        'or run the command as an ordinary user.',
    )
  }
  if (exists && secrets.isNew)
    await singleUser(setup, cluster, `ALTER ROLE ${role} PASSWORD '${setup.password}'`)
  return { ...setup, cluster, log: join(dirname(cluster), 'postgres.log') }
}

/** Where PostgreSQL's files go when its user cannot reach DATA_DIR. */
export function elsewhereFor(dataDir) {
  const id = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16)
  return `/var/lib/sustainable-procurement-cupboard/${id}`
}

/** The options every PostgreSQL program is run with. */
export function asOwner({ user }, folder) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')))
  return { cwd: folder, env: { ...env, LC_ALL: 'C' }, ...(user && { uid: user.uid, gid: user.gid }) }
}

async function create(setup, link) {
  const home = homeFor(setup.user, dirname(link))
  for (const name of readdirSync(home)) {
    if (name.startsWith('postgres.new'))
      rmSync(join(home, name), { recursive: true, force: true, maxRetries: 5 })
  }
  // The name is new each time: an initdb left over from a killed run must not write into this one.
  const draft = join(home, `postgres.new-${process.pid}-${Date.now()}`)
  const passwordFile = `${draft}.password`
  writeFileSync(passwordFile, setup.password, { mode: 0o600 })
  mkdirSync(draft, { mode: 0o700 })
  if (setup.user) for (const path of [draft, passwordFile]) chownSync(path, setup.user.uid, setup.user.gid)

  await initialise(setup, draft, passwordFile)
  rmSync(passwordFile)
  await singleUser(setup, draft, `CREATE DATABASE ${database}`)
  putInPlace(draft, join(home, 'postgres'), link)
}

function homeFor(user, dataDir) {
  const closed = user && closedFolder(dataDir, user)
  if (!closed) return dataDir
  const home = elsewhereFor(dataDir)
  say(
    `PostgreSQL cannot run as root and its user ${user.name} cannot enter ${closed}: the database goes to ${home}.`,
  )
  mkdirSync(home, { recursive: true })
  chmodSync(dirname(home), 0o755)
  chmodSync(home, 0o755)
  return home
}

async function initialise(setup, draft, passwordFile) {
  const args = ['-D', draft, `--username=${role}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  args.push('--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8')
  if (!setup.durable) args.push('--no-sync')
  await postgresProgram(setup, 'initdb', args, { folder: dirname(draft) })
}

async function singleUser(setup, cluster, sql) {
  await postgresProgram(setup, 'postgres', ['--single', '-D', cluster, 'postgres'], {
    folder: cluster,
    input: `${sql}\n`,
  })
}

function putInPlace(draft, cluster, link) {
  // Left by a DATA_DIR that was deleted; deleting data is not for us to do.
  if (existsSync(cluster)) renameSync(cluster, `${cluster}.old-${Date.now()}`)
  renameSync(draft, cluster)
  if (cluster === link) return
  rmSync(link, { force: true })
  symlinkSync(cluster, link)
}

async function postgresProgram(setup, program, args, { folder, input }) {
  const options = { ...asOwner(setup, folder), input }
  const result = await run(join(setup.binaries, program), args, options).catch((error) => {
    throw new PlainError(unstartable(error))
  })
  if (result.code !== 0)
    throw new PlainError(`${result.output}\nPostgreSQL could not set up its database in ${folder}.`)
}

function unstartable(error) {
  const cure =
    'Run the command as an ordinary user, or set DATABASE_URL to a PostgreSQL that is already running.'
  if (error.code === 'EPERM')
    return `PostgreSQL cannot run as root, and root may not change user here. ${cure}`
  return `The PostgreSQL that comes with the packages does not run on this machine (${error.message}). ${cure}`
}
