import 'server-only'
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '../env'

/**
 * A mark on this machine's disk that a mail has left for the mail server. The database cannot hold it: it must be
 * made in the same moment in which the last line of the mail leaves, and a process killed after that moment must
 * not send the mail again.
 */
export type HandOver = { mark: () => void; forget: () => void }

export function handOver(identity: string): HandOver {
  const file = join(folder(), identity)
  mkdirSync(folder(), { recursive: true })
  writeFileSync(`${file}.part`, '', { flush: true })
  return {
    // One call of the system, so that there is next to no time between the mark and the last line.
    mark: () => renameSync(`${file}.part`, file),
    forget: () => forgetHandOver(identity),
  }
}

export function wasHandedOver(identity: string): boolean {
  return statSync(join(folder(), identity), { throwIfNoEntry: false }) !== undefined
}

export function forgetHandOver(identity: string): void {
  for (const end of ['', '.part']) rmSync(join(folder(), identity + end), { force: true })
}

function folder(): string {
  return join(env.dataDir, 'mail-handed-over')
}
