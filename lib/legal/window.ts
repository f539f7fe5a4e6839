import { type Days, daysOf, EVER } from './days'
import type { Law, Register } from './register'

/** The date on which a law ends: its own or, where that is not recorded, that on which its successor begins. */
export function endOf({ laws }: Register, law: Law): string {
  if (law.to !== '') return law.to
  const starts = laws.filter(({ code, from }) => law.successors.includes(code) && from !== '')
  return starts.map(({ from }) => from).sort()[0] ?? ''
}

/** The date on which a law begins: its own or, where that is not recorded, that on which what it replaced ended. */
export function startOf({ laws }: Register, law: Law): string {
  if (law.from !== '') return law.from
  const ends = new Set(laws.filter(({ successors }) => successors.includes(law.code)).map(({ to }) => to))
  const [end = ''] = ends
  return ends.size === 1 ? end : ''
}

/** Whether it governs no procurement that begins today. One that was replaced on a day not recorded is over. */
export function isOver(register: Register, law: Law, today: string): boolean {
  const end = endOf(register, law)
  return end === '' ? law.successors.length > 0 : today >= daysOf(end).first
}

/** How a law's time relates to the days on which a procurement may have begun. */
export type Relation = 'before' | 'after' | 'straddles' | 'possible' | 'certain'

/**
 * before: the procurement began before the law did. after: when the law had ended. straddles: a day of the law's that is
 * on record falls between the days. possible: the register lacks a day. certain: all its days are the law's.
 */
export function relationTo(register: Register, law: Law, began: Days): Relation {
  const end = endOf(register, law)
  const start = startOf(register, law)
  const starts = start === '' ? null : daysOf(start)
  const ends = end === '' ? null : daysOf(end)
  if (began.last < (starts?.first ?? earliestStart(register, law))) return 'before'
  if (began.first >= (ends?.last ?? latestEnd(register, law))) return 'after'
  if (starts && began.first < starts.last) return 'straddles'
  if (ends && began.last >= ends.first) return 'straddles'
  const endKnown = ends !== null || law.successors.length === 0
  return starts && endKnown ? 'certain' : 'possible'
}

/** A law whose first day is not recorded began no earlier than any that it replaced. */
function earliestStart(register: Register, law: Law): string {
  const start = startOf(register, law)
  if (start !== '') return daysOf(start).first
  const replaced = register.laws.filter(({ successors }) => successors.includes(law.code))
  return (
    replaced
      .map((older) => earliestStart(register, older))
      .sort()
      .at(-1) ?? EVER.first
  )
}

/** A law whose last day is not recorded ended no later than the last of its successors. */
function latestEnd(register: Register, law: Law): string {
  const end = endOf(register, law)
  if (end !== '') return daysOf(end).last
  const followers = register.laws.filter(({ code }) => law.successors.includes(code))
  return (
    followers
      .map((newer) => latestEnd(register, newer))
      .sort()
      .at(-1) ?? EVER.last
  )
}

/** Whether `older` was followed, at once or by way of others, by `newer`. */
export function leadsTo(register: Register, older: Law, newer: string): boolean {
  if (older.successors.includes(newer)) return true
  const followers = register.laws.filter(({ code }) => older.successors.includes(code))
  return followers.some((follower) => leadsTo(register, follower, newer))
}
