import { answerReview } from '@/app/_shared/review-request-actions'
import { ShelfSection } from '@/components/layout/shelf-section'
import { AskedToReview } from '@/components/review/request-asked'
import { listAskedOf } from '@/lib/review/requests'
import type { SignedIn } from '@/lib/users/access'

/** Pages that somebody wants this person to look at. Left out while nobody does. */
export async function AskedSection({ viewer }: { viewer: SignedIn }) {
  const rows = await listAskedOf(viewer)
  if (rows.length === 0) return null
  return (
    <ShelfSection id="asked" title={`Asked to review (${rows.length})`}>
      <AskedToReview rows={rows} answer={answerReview} />
    </ShelfSection>
  )
}
