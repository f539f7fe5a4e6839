/** "1 document", "3 documents" */
export function counted(number: number, noun: string): string {
  const plural = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`
  return `${number.toLocaleString('en-GB')} ${number === 1 ? noun : plural}`
}

const ENGLISH = [
  'North East',
  'North West',
  'Yorkshire and the Humber',
  'East Midlands',
  'West Midlands',
  'East of England',
  'London',
  'South East',
  'South West',
]

/** Regions as people say them: the nine English regions together are England. */
export function regionWords(regions: readonly string[]): string {
  const allEngland = ENGLISH.every((region) => regions.includes(region))
  const named = allEngland ? ['England', ...regions.filter((region) => !ENGLISH.includes(region))] : regions
  return named.join(', ')
}

type Result = { measure: string; before: string; after: string; unit: string; period: string }

/** The headline result in one sentence with its number, unit and period. */
export function resultSentence({ measure, before, after, unit, period }: Result): string {
  const figures = before ? `from ${before} to ${after}` : after
  const unitSaid = unit && !after.toLowerCase().includes(unit.toLowerCase()) ? ` (${unit})` : ''
  return `${measure}: ${figures}${unitSaid}${period ? `, ${lowerFirst(period)}` : ''}.`
}

/** Source numbers in a text such as "1, 3"; empty when it is words. */
export function sourceNumbers(source: string): number[] {
  return /^\d{1,4}(\s*,\s*\d{1,4})*$/.test(source.trim())
    ? source.split(',').map((number) => Number(number.trim()))
    : []
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) && !MONTHS.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

const MONTHS = /^(January|February|March|April|May|June|July|August|September|October|November|December)/
