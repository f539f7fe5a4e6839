import 'server-only'
import { published } from '@/lib/platform/cache'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { slugOf } from '@/lib/platform/slug'
import { tags } from '@/lib/platform/tags'
import { knownLabels } from '@/lib/taxonomy/labels'
import type { SignedIn } from '@/lib/users/access'
import { canAsk } from './access'
import { recordEvent } from './hold'
import type { NewRequest } from './schema'

type Addressed = { id: number; slug: string }

/**
 * Puts a request on the wanted list under the name of whoever asks. The same one sent twice stands there once.
 * Refuses 'not-allowed' (visitors and new members) and 'unknown-label'.
 */
export async function askFor(
  viewer: SignedIn,
  request: NewRequest,
): Promise<Outcome<Addressed, 'not-allowed' | 'unknown-label'>> {
  if (!canAsk(viewer)) return refused('not-allowed')
  if (!(await knownLabels(request.categories))) return refused('unknown-label')

  const { actorId } = viewer
  const asked = await db.$transaction(async (tx) => {
    // Held, so that a form sent twice at once is one request.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`wanted ${actorId}`}, 0))`
    const same = await tx.wanted.findFirst({ where: { actorId, title: request.title, state: 'open' } })
    if (same) return same
    const data = { ...request, slug: slugOf(request.title), origin: 'asked', actorId, askedAt: now() }
    const made = await tx.wanted.create({ data })
    await recordEvent(tx, viewer, made.id, { kind: 'asked' })
    return made
  })
  await published([tags.wanted])
  return done({ id: asked.id, slug: asked.slug })
}
