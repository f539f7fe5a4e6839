import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { PlainError } from './progress.mjs'

/** The user PostgreSQL must run as when we are root, which it refuses; undefined means "as ourselves". */
export function postgresUser(cluster) {
  const found = statSync(cluster, { throwIfNoEntry: false })
  if (process.getuid?.() !== 0) return checkedOurs(cluster, found)
  if (found && found.uid !== 0) return { name: nameOf(found.uid), uid: found.uid, gid: found.gid }

  const user = userNamed('postgres') ?? userNamed('nobody')
  if (user) return user
  throw new PlainError(
    'PostgreSQL refuses to run as root and this machine has no user "postgres" or "nobody" to run it as. ' +
      'Run the command as an ordinary user, or set DATABASE_URL to a PostgreSQL that is already running.',
  )
}

/** The nearest folder above `path`, or `path` itself, that the user may not enter. */
export function closedFolder(path, user) {
  for (let folder = path; ; folder = dirname(folder)) {
    if (!may(user, statSync(folder), 0o1)) return folder
    if (folder === dirname(folder)) return undefined
  }
}

/** `bits` as in file modes: 4 read, 2 write, 1 run or enter. */
export function may(user, file, bits) {
  if (!user) return true
  const shift = file.uid === user.uid ? 6 : file.gid === user.gid ? 3 : 0
  return ((file.mode >> shift) & bits) === bits
}

function checkedOurs(cluster, found) {
  if (!found || !process.getuid || found.uid === process.getuid()) return undefined
  throw new PlainError(
    `The database in ${cluster} belongs to the user ${nameOf(found.uid)}. ` +
      'Run the command as that user, or set DATA_DIR to a folder of your own.',
  )
}

function userNamed(name) {
  try {
    return { name, uid: idOf('-u', name), gid: idOf('-g', name) }
  } catch {
    return undefined
  }
}

function idOf(which, name) {
  return Number(execFileSync('id', [which, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
}

function nameOf(uid) {
  try {
    return execFileSync('id', ['-nu', String(uid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return String(uid)
  }
}
