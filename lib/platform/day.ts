import 'server-only'
import { now } from './clock'

const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })

/** Today in London, like 2027-01-22: two such days compare as text. */
export function today(): string {
  return LONDON.format(now())
}

/** The day as the database keeps it, and back. */
export function dateOfDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
export function dayOfDate(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** Whether there is such a day in the calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = dateOfDay(text)
  return !Number.isNaN(date.getTime()) && dayOfDate(date) === text
}

/** The same day a year later; 29 February becomes 1 March. */
export function yearAfter(day: string): string {
  const date = dateOfDay(day)
  date.setUTCFullYear(date.getUTCFullYear() + 1)
  return dayOfDate(date)
}

export function daysAfter(day: string, days: number): string {
  const date = dateOfDay(day)
  date.setUTCDate(date.getUTCDate() + days)
  return dayOfDate(date)
}
