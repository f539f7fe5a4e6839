import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inRoot } from './paths.mjs'

/** A fingerprint of files and folders of the clone; what is missing counts as empty. */
export function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, path)
  return hash.digest('hex')
}

/** A stamp stands beside what it vouches for, so that deleting the one deletes the other. */
export function isStamped(stamp, value) {
  try {
    return readFileSync(stamp, 'utf8') === value
  } catch {
    return false
  }
}

export function writeStamp(stamp, value) {
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, value)
}

export function removeStamp(stamp) {
  rmSync(stamp, { force: true })
}

function addTo(hash, path) {
  const found = statSync(inRoot(path), { throwIfNoEntry: false })
  if (found?.isDirectory()) {
    for (const name of readdirSync(inRoot(path)).sort()) addTo(hash, join(path, name))
  } else if (found) {
    hash.update(`${path}\0${found.size}\0`).update(readFileSync(inRoot(path)))
  }
}
