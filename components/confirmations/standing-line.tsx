import type { Standing } from '@/lib/confirmations/standing'
import { dayOf } from '../dates'

/** Whether somebody who knows has said that a page still holds. Its words stay true while a page is kept. */
export function StandingLine({ standing }: { standing: Standing }) {
  if (!standing) return null
  if (standing.kind === 'confirmed') return <p>Confirmed still true on {dayOf(standing.on)}.</p>
  if (standing.kind === 'changed')
    return <p>Its contact said on {dayOf(standing.on)} that something has changed since.</p>
  return (
    <p>
      <strong>Not confirmed since {dayOf(standing.since)}.</strong> Its contact was asked on{' '}
      {dayOf(standing.askedOn)}.
    </p>
  )
}
