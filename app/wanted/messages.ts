import type { ClaimRefusal } from '@/lib/wanted/claim'
import type { MoveRefusal } from '@/lib/wanted/move'
import type { OfferRefusal } from '@/lib/wanted/offer-page'

export const SIGNED_OUT =
  'You are not signed in. Sign in on another tab, then come back here and send again: your text is still here.'

export const MESSAGES: Record<ClaimRefusal | MoveRefusal | OfferRefusal | 'unknown-label', string> = {
  'not-allowed':
    'Your account may not do this. New members can ask, offer and claim once a moderator has verified them.',
  'not-found': 'This is no longer there: somebody has taken it back or hidden it. Open the page again.',
  'not-open':
    'This request is no longer on the list: somebody has answered, withdrawn or closed it. Open the page again.',
  open: 'This request is on the list already. Nothing more is needed.',
  'no-page': 'There is no published page with this address or number. Open the page and copy its address.',
  offered: 'Somebody has offered this page already. Offer another one.',
  claimed: 'Your organisation has claimed this already. Give that claim back first to choose another day.',
  'no-organisation': 'Your account names no organisation. Say in your settings which one you work for.',
  'unknown-label': 'One of the areas no longer exists. Look at the areas and send again.',
}

export const STATUS: Partial<Record<keyof typeof MESSAGES, 403 | 409>> = {
  'not-allowed': 403,
  'not-open': 409,
  'not-found': 409,
  open: 409,
  offered: 409,
  claimed: 409,
}
