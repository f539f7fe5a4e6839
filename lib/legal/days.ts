/** The first and the last day that a partial date may mean. "2025" means any day of that year. */
export type Days = { first: string; last: string }

export const EVER: Days = { first: '0000-01-01', last: '9999-12-31' }

/** A date as far as it is known ("2025", "2025-02" or "2025-02-24"), as the days that it may mean. */
export function daysOf(date: string): Days {
  const [year = '', month, day] = date.split('-')
  if (day !== undefined) return { first: date, last: date }
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` }
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return { first: `${year}-${month}-01`, last: `${year}-${month}-${last}` }
}

/** "in 2025", "in March 2025" or "on 1 March 2025". */
export function inWords(date: string): string {
  return `${date.split('-').length === 3 ? 'on' : 'in'} ${dateWords(date)}`
}

/** "2025", "March 2025" or "1 March 2025". */
export function dateWords(date: string): string {
  const format = [YEAR, MONTH, DAY][date.split('-').length - 1] ?? DAY
  return format.format(new Date(daysOf(date).first))
}

const YEAR = new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: 'UTC' })
const MONTH = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long', timeZone: 'UTC' })
const DAY = new Intl.DateTimeFormat('en-GB', {
  ...{ year: 'numeric', month: 'long', day: 'numeric' },
  timeZone: 'UTC',
})
