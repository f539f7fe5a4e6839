import 'server-only'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { inChild } from './child'
import * as limits from './limits'
import type { UploadRefusal } from './refusals'

export type Inspected = {
  ending: limits.StoredEnding
  /** A picture made anew; null for a document, which is kept as it is. */
  bytes: Uint8Array | null
  width: number | null
  height: number | null
}
type Answer = { refused: UploadRefusal } | ({ ending: limits.StoredEnding } & Partial<Inspected>)

// Making a large picture anew takes a second or two on a slow machine.
const BOUNDS = { milliseconds: 10_000, megabytes: 256 }

/** What a file is by its content, not by its name; a picture is made anew. Refuses what may not be kept. */
export async function inspectFile(
  bytes: Uint8Array,
  name: string,
): Promise<Outcome<Inspected, UploadRefusal>> {
  const message = { bytes, name, limits: { ...limits } }
  const ran = await inChild<Answer>('lib/media/programs/inspect.mjs', message, BOUNDS)
  if (!ran.ok) return refused(ran.reason === 'too-slow' ? 'too-slow' : 'broken')
  if ('refused' in ran.value) return refused(ran.value.refused)
  return done({ bytes: null, width: null, height: null, ...ran.value })
}
