import { chmodSync, existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stopLeftPostgres } from './postgres.mjs'
import { elsewhereFor } from './postgres-cluster.mjs'
import { isAlive } from './processes.mjs'

const PREFIX = 'cupboard-test-'

/** A new folder for data that is thrown away; what killed runs left behind goes first. */
export async function temporaryDirectory() {
  await clearLeftovers()
  const directory = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  // As root, PostgreSQL's own user has to get in.
  chmodSync(directory, 0o755)
  return directory
}

/** Stops whatever databases still run under the folder and deletes it. */
export async function removeTemporary(directory) {
  for (const dataDir of [directory, ...readdirSync(directory).map((name) => join(directory, name))]) {
    if (!existsSync(join(dataDir, 'postgres'))) continue
    await stopLeftPostgres(dataDir)
    if (lstatSync(join(dataDir, 'postgres')).isSymbolicLink())
      rmSync(elsewhereFor(dataDir), { recursive: true, force: true })
  }
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
}

async function clearLeftovers() {
  for (const name of readdirSync(tmpdir())) {
    const [pid] = name.startsWith(PREFIX) ? name.slice(PREFIX.length).split('-') : []
    if (pid && !isAlive(Number(pid))) await removeTemporary(join(tmpdir(), name)).catch(() => {})
  }
}
