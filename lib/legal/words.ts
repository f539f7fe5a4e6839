import { dateWords, inWords } from './days'
import type { Law } from './register'
import type { Facts } from './standing'
import type { UkNation } from './vocabulary'

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** A law in the middle of a sentence. */
export function the({ name }: Law): string {
  return `the ${name}`
}

/** What is no single law is quoted as it is called. */
export function bothNamed(law: Law): string {
  return law.kind === 'other' ? `“${law.name}”` : the(law)
}

function lawNames(laws: Law[]): string {
  return LIST.format(laws.map(the))
}

export function nationNames(places: UkNation[]): string {
  return LIST.format(places)
}

/** "It began in 2023" or, where only that is known, "It was awarded in 2023" or "What is described started in 2023". */
export function began({ commencedOn, awardedOn, startedOn }: Facts): string {
  if (commencedOn !== '') return `It began ${inWords(commencedOn)}`
  if (awardedOn !== '') return `It was awarded ${inWords(awardedOn)}`
  return `What is described started ${inWords(startedOn)}`
}

/** Why the rules are current; `place` where they were worked out from the nation. */
export function currentWhy(facts: Facts, laws: Law[], place?: string): string {
  const [law] = laws as [Law]
  const where = place ? ` in ${place}` : ''
  const since = laws.length === 1 && law.from !== '' ? ` since ${dateWords(law.from)}` : ' today'
  return `${start(facts)} under ${lawNames(laws)}, in force${where}${since}.`
}

type Ended = { end: string; where?: string; orEarlier?: boolean }

/** Why the rules are earlier ones, and what becomes of the contracts made under them. */
export function earlierWhy(facts: Facts, laws: Law[], { end, where, orEarlier }: Ended): string {
  const there = where ? ` in ${where}` : ''
  const or = orEarlier ? ' or an earlier law' : ''
  const replaced = end === '' ? 'replaced since then' : `replaced for new procurements ${inWords(end)}`
  const rule = laws.find(({ transition }) => transition !== '')?.transition ?? ''
  return `${start(facts)}${there} under ${lawNames(laws)}${or}, ${replaced}. ${rule}`.trim()
}

export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function start(facts: Facts): string {
  const { commencedOn, awardedOn, startedOn } = facts
  return [commencedOn, awardedOn, startedOn].every((date) => date === '') ? 'It was bought' : began(facts)
}
