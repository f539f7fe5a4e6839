import 'server-only'
import { published } from '@/lib/platform/cache'
import { now } from '@/lib/platform/clock'
import { dateOfDay } from '@/lib/platform/day'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { tags } from '@/lib/platform/tags'
import type { SignedIn } from '@/lib/users/access'
import { canAsk, canGiveBack } from './access'
import { holdWanted, recordEvent } from './hold'
import type { NewClaim } from './schema'

type Addressed = { id: number; slug: string }
export type ClaimRefusal = 'not-allowed' | 'no-organisation' | 'not-found' | 'not-open' | 'claimed'

/**
 * Says that the viewer's organisation will write what is looked for, by a day. An organisation claims a request once.
 * Refuses 'not-allowed', 'no-organisation' (the account names none), 'not-found', 'not-open' and 'claimed'.
 */
export async function claimWanted(
  viewer: SignedIn,
  { id, dueOn }: NewClaim,
): Promise<Outcome<Addressed, ClaimRefusal>> {
  if (!canAsk(viewer)) return refused('not-allowed')
  const organisationId = await bodyOf(viewer)
  if (!organisationId) return refused('no-organisation')

  const outcome = await db.$transaction(async (tx): Promise<Outcome<Addressed, ClaimRefusal>> => {
    const wanted = await holdWanted(tx, viewer, id)
    if (!wanted) return refused('not-found')
    if (wanted.state !== 'open') return refused('not-open')
    if (wanted.claims.some((claim) => claim.organisationId === organisationId)) return refused('claimed')
    const facts = { actorId: viewer.actorId, dueOn: dateOfDay(dueOn), claimedAt: now() }
    await tx.wantedClaim.create({ data: { wantedId: id, organisationId, ...facts } })
    await recordEvent(tx, viewer, id, { kind: 'claimed', organisationId, note: dueOn })
    return done({ id, slug: wanted.slug })
  })
  if (outcome.ok) await published([tags.wanted])
  return outcome
}

/** Gives the claim of an organisation back. Refuses 'not-found' (no such claim, or given back already), 'not-allowed'. */
export async function giveBack(
  viewer: SignedIn,
  { id, organisation: organisationId }: { id: number; organisation: number },
): Promise<Outcome<Addressed, 'not-found' | 'not-allowed'>> {
  const ownBody = await bodyOf(viewer)
  const outcome = await db.$transaction(async (tx) => {
    const wanted = await holdWanted(tx, viewer, id)
    const claim = wanted?.claims.find((it) => it.organisationId === organisationId)
    if (!wanted || !claim) return refused('not-found' as const)
    const { actorId } = claim
    if (!canGiveBack(viewer, { actorId, organisation: { id: organisationId } }, ownBody))
      return refused('not-allowed' as const)
    const key = { wantedId: id, organisationId }
    await tx.wantedClaim.delete({ where: { wantedId_organisationId: key } })
    await recordEvent(tx, viewer, id, { kind: 'given-back', organisationId })
    return done({ id, slug: wanted.slug })
  })
  if (outcome.ok) await published([tags.wanted])
  return outcome
}

async function bodyOf({ id }: SignedIn): Promise<number | null> {
  const person = await db.person.findUnique({ where: { id }, select: { organisationId: true } })
  return person?.organisationId ?? null
}
