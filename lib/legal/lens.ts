import 'server-only'
import { type LawName, LENS_NATIONS, type OurLaw, type SameRules, type Us } from './lens/vocabulary'
import type { Law, Register } from './register'
import { todayIs } from './standing'
import type { UkNation } from './vocabulary'
import { isOver, leadsTo, relationTo } from './window'
import { the } from './words'

/** What a case study's record and the register say of it: label, law (a code, "" for none) and value. */
export type Governed = { label: string; law: string; valueBand: string }

/** The laws that would govern a procurement that such a body began today: always, and where it buys what they cover. */
export type OurLaws = { general: Law[]; special: Law[] }

/** Reads the register for the law of such a body today. It judges nothing else, and nobody's case. */
export function lawsOf(register: Register, us: Us, today = todayIs()): OurLaws {
  const nation = LENS_NATIONS[us.nation] as UkNation
  const inForce = register.laws.filter(
    (law) =>
      law.nations.includes(nation) &&
      (law.bodyTypes.length === 0 || us.body === '' || (law.bodyTypes as string[]).includes(us.body)) &&
      !isOver(register, law, today) &&
      relationTo(register, law, { first: today, last: today }) !== 'before',
  )
  const general = inForce.filter(({ kind }) => kind === 'procurement')
  const special = inForce.filter(({ kind }) => kind === 'special')
  return {
    general: general.filter((law) => !general.some(({ code }) => leadsTo(register, law, code))),
    special,
  }
}

/**
 * Whether the law that governed a case is the one that would govern a procurement that such a body began today; null
 * where the record does not say enough. It compares rules, and never says what is lawful.
 */
export function sameRules(register: Register, us: Us, facts: Governed, today = todayIs()): SameRules {
  const law = register.laws.find(({ code }) => code === facts.law)
  if (facts.label === 'not-uk') return differs('not UK law', bought(law, ', which is not UK law'), law)
  if (facts.label === 'recheck')
    return unknown('What is on record does not fit together, so the law that governed it is not certain.')
  if (facts.label === 'not-known' || !law) return unknown('Which law governed it is not recorded.')
  const foreign = adjectiveOf(law, us)
  if (facts.label === 'earlier')
    return differs(
      `earlier ${foreign}law`,
      bought(law, ', which governs no procurement that begins now'),
      law,
    )
  const ours = lawsOf(register, us, today)
  if (ours.general.includes(law)) return byValue(us, facts, { law, as: ', as yours would be today' })
  if (ours.special.includes(law))
    return byValue(us, facts, { law, as: `, as yours would be today ${COVERED}` })
  return differs(foreign ? `${foreign}law` : law.name, bought(law, ', which would not govern yours'), law)
}

/** The names of those laws. */
export function ourLawOf({ general, special }: OurLaws): OurLaw {
  return { general: general.map(entryOf), special: special.map(entryOf) }
}

/** The codes of the laws whose cases have the same rules, for a query that asks for nothing else. */
export function codesOf({ general, special }: OurLaws): string[] {
  return [...general, ...special].map(({ code }) => code)
}

/** Values on record that leave the rules the same, where the law is. Not known counts only where nothing was said. */
export function bandsOf({ band }: Us): string[] {
  if (band === 'below') return ['below']
  return band === 'above' ? ['above', 'unknown'] : ['above', 'below', 'unknown']
}

const COVERED = 'if it is among the services or bodies that it covers'

function byValue(us: Us, { valueBand }: Governed, { law, as }: { law: Law; as: string }): SameRules {
  if (bandsOf(us).includes(valueBand)) {
    const own =
      us.band === 'below' ? ' Below the threshold, each body’s own contract rules still differ.' : ''
    return { same: true, words: 'Same rules as you', why: `${bought(law, as)}${own}`, law: entryOf(law) }
  }
  if (valueBand === 'unknown') {
    const why = `${bought(law, as)} Whether it was below the threshold of its day is not recorded.`
    return { ...unknown(why), law: entryOf(law) }
  }
  const [its, yours] = valueBand === 'below' ? ['below', 'not below it'] : ['at or above', 'below it']
  const but = `${as}. But it was ${its} the threshold of its day, and yours is ${yours}`
  return differs(`${its} the threshold`, bought(law, but), law)
}

function bought(law: Law | undefined, rest: string): string {
  return law ? `It was bought under ${the(law)}${rest}.` : 'It was bought under the law of another country.'
}

function differs(words: string, why: string, law: Law | undefined): SameRules {
  return { same: false, words: `Different rules: ${words}`, why, law: law ? entryOf(law) : null }
}

function unknown(why: string): SameRules {
  return { same: null, words: 'Not known whether the rules are yours', why, law: null }
}

function entryOf({ code, name }: Law): LawName {
  return { code, name }
}

/** "Scottish ", for a law of one nation that is not the reader's. */
function adjectiveOf({ nations }: Law, us: Us): string {
  const [nation] = nations
  if (!nation || nations.length > 1 || nation === LENS_NATIONS[us.nation]) return ''
  return `${ADJECTIVES[nation]} `
}

const ADJECTIVES: Record<UkNation, string> = {
  England: 'English',
  Wales: 'Welsh',
  Scotland: 'Scottish',
  'Northern Ireland': 'Northern Irish',
}
