const NUMBERS = [
  '',
  'a colleague',
  'two colleagues',
  'three colleagues',
  'four colleagues',
  'five colleagues',
]

/** "Ann Smith, Bob Jones and two colleagues": people who are not listed are counted, not named. */
export function peopleNamed(names: (string | null)[]): string {
  const known = names.filter((name) => name !== null)
  const rest = names.length - known.length
  const all = rest > 0 ? [...known, NUMBERS[rest] ?? `${rest} colleagues`] : known
  const last = all.pop() ?? ''
  return all.length > 0 ? `${all.join(', ')} and ${last}` : last
}
