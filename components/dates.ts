const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
})
const TIME = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
  timeZone: 'Europe/London',
})
const CLOCK = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
})
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "3 March 2026" */
export function dayOf(iso: string): string {
  return DAY.format(new Date(iso))
}

/** "3 March 2026, 2:30pm" */
export function momentOf(iso: string): string {
  return `${dayOf(iso)}, ${TIME.format(new Date(iso)).replace(/\s/g, '')}`
}

/** "14:02" */
export function timeOf(iso: string): string {
  return CLOCK.format(new Date(iso))
}

/** A date as far as it is known: "2004", "November 2024", "20 November 2024". */
export function partialDateOf(text: string): string {
  if (/^\d{4}$/.test(text)) return text
  if (/^\d{4}-\d{2}$/.test(text)) return MONTH.format(new Date(`${text}-01T00:00:00Z`))
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? DAY.format(new Date(`${text}T12:00:00Z`)) : text
}
