import 'server-only'
import { pageIdIn } from '@/lib/pages/paths'
import { published } from '@/lib/platform/cache'
import { db, type Tx } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { tags } from '@/lib/platform/tags'
import type { SignedIn } from '@/lib/users/access'
import { canAsk, canSettleWanted } from './access'
import { type Held, holdWanted, recordEvent } from './hold'
import type { Offer } from './schema'

export type OfferRefusal = 'not-allowed' | 'not-found' | 'not-open' | 'no-page' | 'offered'
type Offered = { id: number; slug: string; answered: boolean }

/**
 * Offers a page of the cupboard as the answer to a request. It is answered where whoever may say so says that this
 * settles it. Refuses 'not-allowed', 'not-found', 'not-open', 'no-page' (no published page) and 'offered' (already).
 */
export function offerPage(viewer: SignedIn, given: Offer): Promise<Outcome<Offered, OfferRefusal>> {
  const { id, note, settles } = given
  return offering(viewer, { id, pageId: pageIdIn(given.page) ?? 0 }, async (tx, wanted, pageId) => {
    if (settles && canSettleWanted(viewer, wanted)) return answer(tx, viewer, wanted, { pageId, note })
    const already = await tx.wantedEvent.count({ where: { wantedId: id, kind: 'suggested', pageId } })
    if (already > 0) return refused('offered')
    await recordEvent(tx, viewer, id, { kind: 'suggested', pageId, note })
    return done({ id, slug: wanted.slug, answered: false })
  })
}

/** A case study was written for this request and published: that answers it, whoever wrote it. */
export function answerWithNewPage(viewer: SignedIn, place: Place): Promise<Outcome<Offered, OfferRefusal>> {
  return offering(viewer, place, (tx, wanted, pageId) => answer(tx, viewer, wanted, { pageId, note: '' }))
}

type Place = { id: number; pageId: number }
type Step = (tx: Tx, wanted: Held, pageId: number) => Promise<Outcome<Offered, OfferRefusal>>

async function offering(viewer: SignedIn, { id, pageId }: Place, step: Step) {
  if (!canAsk(viewer)) return refused('not-allowed')
  const outcome = await db.$transaction(async (tx): Promise<Outcome<Offered, OfferRefusal>> => {
    const wanted = await holdWanted(tx, viewer, id)
    if (!wanted) return refused('not-found')
    if (wanted.state !== 'open') return refused('not-open')
    if ((await tx.page.count({ where: { id: pageId, state: 'live' } })) === 0) return refused('no-page')
    return step(tx, wanted, pageId)
  })
  if (outcome.ok) await published([tags.wanted])
  return outcome
}

async function answer(
  tx: Tx,
  viewer: SignedIn,
  { id, slug }: Held,
  { pageId, note }: { pageId: number; note: string },
) {
  await tx.wanted.update({ where: { id }, data: { state: 'answered', answerPageId: pageId } })
  await recordEvent(tx, viewer, id, { kind: 'answered', pageId, note })
  return done({ id, slug, answered: true })
}
