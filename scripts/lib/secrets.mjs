import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PlainError } from './progress.mjs'

/** The secrets of this DATA_DIR, made once. */
export function secretsOf(dataDir) {
  const file = join(dataDir, 'secrets.json')
  if (existsSync(file)) return { ...read(file), isNew: false }

  mkdirSync(dataDir, { recursive: true })
  const secrets = { authSecret: secret(), databasePassword: secret() }
  writePrivately(file, secrets)
  return { ...secrets, isNew: true }
}

/** Writes JSON that only its owner may read; never half of it. */
export function writePrivately(file, value) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(draft, file)
}

function read(file) {
  try {
    const secrets = JSON.parse(readFileSync(file, 'utf8'))
    if (secrets.authSecret && secrets.databasePassword) return secrets
  } catch (error) {
    if (error.code === 'EACCES')
      throw new PlainError(`${file} belongs to another user. Run the command as that user.`)
  }
  throw new PlainError(
    `${file} cannot be read. Put it back from a backup, or delete it to have new secrets made.`,
  )
}

// Hexadecimal, so that it needs no escaping in a database address.
function secret() {
  return randomBytes(32).toString('hex')
}
