import 'server-only'
import { answerWithinMonths } from './limits'

/** What is known of whether a page still holds. Dates are ISO 8601. */
export type Standing =
  | { kind: 'confirmed'; on: string }
  /** Somebody was asked, and nobody has said since. `since` is when it was last confirmed or changed. */
  | { kind: 'unconfirmed'; askedOn: string; since: string }
  | { kind: 'changed'; on: string }
  | null

export type Question = { askedAt: Date; answeredAt: Date | null; answer: string }

/** Works out the standing of a page from its newest version and the questions asked about it, the newest first. */
export function standingOf(changedAt: Date, questions: Question[], today: Date): Standing {
  const confirmed = questions.find(({ answer }) => answer === 'true')?.answeredAt ?? null
  const since = confirmed && confirmed > changedAt ? confirmed : changedAt
  const [latest] = questions
  if (latest && latest.askedAt > since) {
    if (latest.answer === 'changed' && latest.answeredAt)
      return { kind: 'changed', on: latest.answeredAt.toISOString() }
    if (latest.answer === '' && monthsAfter(latest.askedAt, answerWithinMonths) <= today)
      return { kind: 'unconfirmed', askedOn: latest.askedAt.toISOString(), since: since.toISOString() }
  }
  return confirmed && since === confirmed ? { kind: 'confirmed', on: confirmed.toISOString() } : null
}

export function monthsAfter(date: Date, months: number): Date {
  const later = new Date(date)
  later.setUTCMonth(later.getUTCMonth() + months)
  return later
}
