import type { Law } from '@/lib/legal/register'
import { TYPES } from '@/lib/organisations/vocabulary'
import { partialDateOf } from '../dates'

/** A law with what the register works out of it: its last day, and whether it governs what begins today. */
export type LawView = Law & { end: string; over: boolean }

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' })

export function placesOf({ nations }: Law): string {
  return nations.length === 0 ? 'Not UK law' : LIST.format(nations)
}

export function bodiesOf({ bodyTypes }: Law): string {
  return bodyTypes.length === 0 ? 'Every type of body' : LIST.format(bodyTypes.map((type) => TYPES[type]))
}

/** Which procurements it governs, by the day on which they began. */
export function daysOf({ from, end, over }: LawView): string {
  const [first, last] = [partialDateOf(from), partialDateOf(end)]
  if (first && last) return `From ${first}, before ${last}`
  if (last) return `Before ${last}; its first day is not recorded`
  if (first) return over ? `From ${first}; its last day is not recorded` : `From ${first}`
  return 'Its dates are not recorded'
}

export function todayOf({ over, nations, kind }: LawView): string {
  if (nations.length === 0) return 'Not UK law'
  if (kind !== 'procurement' && kind !== 'special') return over ? 'Replaced' : 'No end is recorded'
  return over ? 'Earlier rules' : 'Current rules'
}
