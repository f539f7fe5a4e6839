import 'server-only'
import { emit } from '@/lib/outbox/emit'
import { published } from '@/lib/platform/cache'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import { tags } from '@/lib/platform/tags'
import type { SignedIn } from '@/lib/users/access'
import { canEditLawRegister } from './access'
import { relabellingMs } from './limits'
import { type Problem, type Register, readRegister, sameRegister } from './register'
import { holdCaseStudies, relabel } from './relabel'
import { currentRules } from './rules'

/** `base` is the version that the editor was looking at. */
export type RegisterChange = { content: unknown; note: string; base: number }
export type RegisterRefusal = 'not-allowed' | 'no-note' | 'stale' | 'unchanged'
export type Invalid = { ok: false; reason: 'invalid'; problems: Problem[] }
export type PublishedRegister = { version: number; moved: number }

/**
 * Publishes the next version of the law register and works out every label anew, all or nothing. No page is written.
 * Refuses 'not-allowed' (all but administrators), 'no-note', 'invalid' with each problem and its path, 'stale' when
 * somebody else has published since `base`, and 'unchanged'.
 */
export async function publishRegister(
  viewer: SignedIn,
  { content, note, base }: RegisterChange,
): Promise<Outcome<PublishedRegister, RegisterRefusal> | Invalid> {
  if (!canEditLawRegister(viewer)) return refused('not-allowed')
  if (note.trim() === '') return refused('no-note')
  const read = readRegister(content)
  if (!read.ok) return read
  const change = { register: read.value, note: note.trim(), base, actorId: viewer.actorId }
  const outcome = await db.$transaction((tx) => write(tx, change), { timeout: relabellingMs })
  if (outcome.ok) await published([tags.law, tags.everything])
  return outcome
}

type Change = { register: Register; note: string; base: number; actorId: string }

async function write(
  tx: Parameters<typeof relabel>[0],
  { register, note, base, actorId }: Change,
): Promise<Outcome<PublishedRegister, 'stale' | 'unchanged'>> {
  await holdCaseStudies(tx)
  const current = await currentRules(tx)
  if (base !== (current?.version ?? 0)) return refused('stale')
  if (current && sameRegister(current.register, register)) return refused('unchanged')
  const version = base + 1
  await tx.lawRegister.create({ data: { version, content: register, note, actorId, createdAt: now() } })
  const moves = await relabel(tx, { version, register })
  await publishing(tx, [tags.law, tags.everything])
  await emit(tx, 'law.changed', { version })
  return done({ version, moved: moves.length })
}
