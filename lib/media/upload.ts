import 'server-only'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import type { SignedIn } from '@/lib/users/access'
import { inspectFile } from './inspect'
import { FILE_TYPES, fileMaxBytes, IMAGE_TYPES, type Licence, type StoredEnding } from './limits'
import { fileNameOf } from './name'
import { type FileView, viewOf } from './queries'
import type { UploadRefusal } from './refusals'
import { keepBytes } from './store'
import { whileNothingIsSwept } from './sweep'

type Upload = { bytes: Uint8Array; name: string; licence: Licence }

/**
 * Keeps a file for the person who uploads it; it is for them alone until a published page links it (publishFiles).
 * Its type is what its content says. Refuses what is too large, of another type, hostile or damaged.
 */
export async function uploadFile(
  viewer: SignedIn,
  { bytes, name, licence }: Upload,
): Promise<Outcome<FileView, UploadRefusal>> {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > fileMaxBytes) return refused('too-large')
  const inspected = await inspectFile(bytes, name)
  if (!inspected.ok) return inspected

  const { ending, width, height, bytes: anew } = inspected.value
  const kept = anew ?? bytes
  const facts = {
    name: fileNameOf(name, ending),
    type: typeOf(ending),
    bytes: kept.length,
    width,
    height,
    licence,
    personId: viewer.id,
  }
  return done(
    await db.$transaction(async (tx) => {
      await whileNothingIsSwept(tx)
      // The bytes first: a row never stands without them.
      const data = { sha256: await keepBytes(kept), ...facts }
      return viewOf(await tx.storedFile.create({ data }))
    }),
  )
}

function typeOf(ending: StoredEnding): string {
  return { ...FILE_TYPES, ...IMAGE_TYPES }[ending].type
}
