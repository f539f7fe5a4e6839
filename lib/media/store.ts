import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from '@/lib/platform/env'

/** Where the bytes with this SHA-256 (64 hexadecimal digits) are kept. */
export function storedAt(sha256: string): string {
  return join(env.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2))
}

/**
 * Keeps bytes under their own hash and answers it. They are on the disk when this returns, and a file of that name is
 * always whole: it is written elsewhere and then given its name.
 */
export async function keepBytes(bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = storedAt(sha256)
  if (await exists(path)) return sha256
  await mkdir(dirname(path), { recursive: true })
  const temporary = join(env.dataDir, 'files', `incoming-${randomUUID()}`)
  try {
    await synced(await open(temporary, 'wx', 0o640), (file) => file.writeFile(bytes))
    await rename(temporary, path)
  } finally {
    await rm(temporary, { force: true })
  }
  await synced(await open(dirname(path), constants.O_RDONLY))
  return sha256
}

async function synced(file: FileHandle, write?: (file: FileHandle) => Promise<void>): Promise<void> {
  try {
    await write?.(file)
    await file.sync()
  } finally {
    await file.close()
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
