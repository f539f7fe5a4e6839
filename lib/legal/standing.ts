import 'server-only'
import { now } from '@/lib/platform/clock'
import { type Days, daysOf, EVER, inWords } from './days'
import { nationOf } from './nation'
import type { Law, Register } from './register'
import { type LegalLabel, UK_NATIONS, type UkNation } from './vocabulary'
import { endOf, isOver, leadsTo, relationTo, startOf } from './window'
import { began, bothNamed, currentWhy, earlierWhy, nationNames, sentence, the } from './words'

export { nationOf }

/** What decides which law governs: facts of the record and, of the lead body, where the directory has it and what it is. */
export type Facts = {
  nation: string
  regime: string
  commencedOn: string
  awardedOn: string
  /** When what is described started: whatever was bought for it was bought before. */
  startedOn: string
  leadRegion: string
  bodyType: string
}

/** The label, the code of the law that decided it ("" for none), why in a sentence or two, and where to read on. */
export type Standing = { label: LegalLabel; law: string; why: string; url: string }

type Case = { register: Register; facts: Facts; places: UkNation[]; today: string }

/** What the register makes of these facts for somebody who buys today. It reads nothing else. */
export function standingUnder(register: Register, facts: Facts, today = todayIs()): Standing {
  const named = register.laws.find(({ code }) => code === facts.regime)
  const places = placesOf(facts)
  if (places === 'Not UK') return notUk(named)
  const it = { register, facts, places, today }
  if (!named) return unnamed(it)
  if (named.kind !== 'procurement' && named.kind !== 'special') return beside(it, named)
  return named.nations.length === 0 ? notUk(named) : underNamed(it, named)
}

export function todayIs(): string {
  return now().toISOString().slice(0, 10)
}

/** Where it was bought: as recorded or, for a joint purchase and an unknown place, where its lead body stands. */
function placesOf({ nation, leadRegion }: Facts): UkNation[] | 'Not UK' {
  if (nation === 'Not UK') return 'Not UK'
  if (nation in UK_NATIONS) return [nation as UkNation]
  const lead = nationOf(leadRegion)
  if (lead) return lead === 'Not UK' ? lead : [lead]
  if (nation === 'England and Wales') return ['England', 'Wales']
  return nation === 'UK-wide' ? (Object.keys(UK_NATIONS) as UkNation[]) : []
}

function notUk(named: Law | undefined): Standing {
  const foreign = named && named.nations.length === 0 ? named : undefined
  const law = foreign ? `${the(foreign)}, which is not UK law` : 'the law of another country'
  const why = `It was bought under ${law}. Useful as an idea: check UK law before copying it.`
  return { label: 'not-uk', law: foreign?.code ?? '', why, url: foreign?.url ?? '' }
}

/** The page names the law: it decides, unless other facts contradict it. */
function underNamed(it: Case, law: Law): Standing {
  const { register, facts, today } = it
  const contradiction = contradictionOf(it, law)
  if (contradiction) return recheck(contradiction, law)
  const end = endOf(register, law)
  if (isOver(register, law, today))
    return { ...linkTo(law), label: 'earlier', why: earlierWhy(facts, [law], { end }) }
  const doubt = doubtOf(it, law)
  if (doubt) return recheck(doubt, law)
  return { label: 'current', law: law.code, why: currentWhy(facts, [law]), url: law.url }
}

function contradictionOf({ register, facts, places }: Case, law: Law): string | null {
  if (places.length > 0 && !places.some((place) => law.nations.includes(place)))
    return `The page names ${the(law)}, which is not the law of ${nationNames(places)}. Check the law and the nation.`
  if (!suits(law, facts))
    return `The page names ${the(law)}, which does not govern this type of body. Check the law and the lead body.`
  const disorder = disorderOf(facts)
  if (disorder) return disorder
  const { commencedOn, awardedOn } = facts
  const days = daysOfBeginning(facts)
  // What started long ago may have been bought again since, under the law that is named.
  if (!days || (commencedOn === '' && awardedOn === '')) return null
  const relation = relationTo(register, law, days)
  if (relation === 'before')
    return `${began(facts)}, before ${the(law)} came into force${onDay(startOf(register, law))}. Check the date and the law.`
  // An award says only that it began earlier: how much earlier is not known.
  if (commencedOn === '') return null
  if (relation === 'after')
    return `${began(facts)}, when ${the(law)} no longer governed new procurements. Check the date and the law.`
  return relation === 'straddles' ? straddling(facts, changeOf(register, law, days)) : null
}

/** Why a law that is in force does not show by itself that these rules are current. */
function doubtOf({ facts, places, today }: Case, law: Law): string | null {
  if (law.from !== '' && today < daysOf(law.from).last)
    return `The page names ${the(law)}, which comes into force ${inWords(law.from)}. Check the law.`
  if (places.length === 0)
    return `The page names ${the(law)}, but not the nation. Check in which nation it was bought.`
  if (facts.leadRegion === 'UK-wide' || places.every((place) => law.nations.includes(place))) return null
  return `The page names ${the(law)}, which is not the law of all of ${nationNames(places)}. Check whose purchase it was: the lead body’s nation decides.`
}

/** The page names no procurement law: the nation and the date decide. `named` is what it names instead. */
function unnamed(it: Case, named?: Law): Standing {
  const { facts, places } = it
  const disorder = disorderOf(facts)
  if (disorder) return recheck(disorder)
  const days = daysOfBeginning(facts)
  const missing = (fact: string) =>
    named ? `${fact} is not recorded` : `neither the law it was bought under nor ${fact} is recorded`
  if (!days) return notKnown(sentence(`${missing('the date on which it began')}.`))
  if (places.length === 0)
    return notKnown(
      `${began(facts)}, but ${missing('the nation')}, and the directory does not say where the lead body is.`,
    )
  return agreed(
    it,
    places.map((place) => derived(it, place, days)),
  )
}

/** What holds in every nation where it may have been bought. */
function agreed({ facts, places }: Case, judged: Standing[]): Standing {
  const [first, ...others] = judged as [Standing]
  if (others.every(({ label, law }) => label === first.label && law === first.law)) return first
  if (judged.every(({ label }) => label === 'earlier')) {
    const why = `${began(facts)}, and the law of that day has been replaced in every nation of the United Kingdom.`
    return { label: 'earlier', law: '', why, url: '' }
  }
  return recheck(
    `${began(facts)}, and the law of that day is not the same in ${nationNames(places)}. Check whose purchase it was: the lead body’s nation decides.`,
  )
}

function derived(it: Case, place: UkNation, days: Days): Standing {
  const { register, facts, today } = it
  const where = nationNames(it.places)
  const laws = candidates(register, { facts, place, days })
  if (laws.length === 0)
    return recheck(`${began(facts)}, and the register has no law of ${place} for that date. Check the date.`)
  const over = laws.filter((law) => isOver(register, law, today))
  if (over.length > 0 && over.length < laws.length) {
    const next = laws.find((law) => !over.includes(law)) as Law
    return recheck(straddling(facts, changeOf(register, next, days), where), next)
  }
  const latest = laws.filter((law) => !laws.some(({ code }) => leadsTo(register, law, code)))
  const [law] = latest as [Law]
  if (over.length === 0)
    return { label: 'current', law: law.code, why: currentWhy(facts, latest, where), url: law.url }
  const more = { end: endOf(register, law), where, orEarlier: laws.length > latest.length }
  return { ...linkTo(law), label: 'earlier', why: earlierWhy(facts, latest, more) }
}

/** The laws of a nation that may have governed: where one surely did, those that it replaced are out. */
function candidates(register: Register, at: { facts: Facts; place: UkNation; days: Days }): Law[] {
  const { facts, place, days } = at
  const laws = register.laws.filter(
    (law) => law.kind === 'procurement' && law.nations.includes(place) && suits(law, facts),
  )
  const possible = laws.filter((law) => !['before', 'after'].includes(relationTo(register, law, days)))
  const certain = possible.filter((law) => relationTo(register, law, days) === 'certain')
  return possible.filter((law) => !certain.some(({ code }) => leadsTo(register, law, code)))
}

/** A power, a duty or another kind of law beside procurement law: never current by itself. */
function beside(it: Case, named: Law): Standing {
  const { places } = it
  if (places.length > 0 && !places.some((place) => named.nations.includes(place)))
    return recheck(
      `The page names ${bothNamed(named)}, which is not the law of ${nationNames(places)}. Check the law and the nation.`,
      named,
    )
  const base = unnamed(it, named)
  if (base.label === 'earlier') return base
  const label = base.label === 'current' ? 'recheck' : base.label
  const why = `The page names ${bothNamed(named)}, which alone does not show which rules are current. ${base.why}`
  return { label, law: named.code, why, url: named.changesUrl || named.url }
}

function suits({ bodyTypes }: Law, { bodyType }: Facts): boolean {
  return bodyTypes.length === 0 || bodyType === '' || (bodyTypes as string[]).includes(bodyType)
}

function disorderOf({ commencedOn, awardedOn }: Facts): string | null {
  if (commencedOn === '' || awardedOn === '') return null
  if (daysOf(awardedOn).last >= daysOf(commencedOn).first) return null
  return `The page says that it began ${inWords(commencedOn)} and was awarded before that, ${inWords(awardedOn)}. Check both dates.`
}

/** It began on one of these days: by an award or a start alone, on any day up to it. */
function daysOfBeginning({ commencedOn, awardedOn, startedOn }: Facts): Days | null {
  if (commencedOn !== '') return daysOf(commencedOn)
  const by = awardedOn || startedOn
  return by === '' ? null : { first: EVER.first, last: daysOf(by).last }
}

/** The date on record that falls between the days. */
function changeOf(register: Register, law: Law, days: Days): string {
  const start = startOf(register, law)
  const inside = start !== '' && days.first < daysOf(start).last && days.last >= daysOf(start).first
  return inside ? start : endOf(register, law)
}

function straddling(facts: Facts, change: string, place?: string): string {
  const fact =
    facts.commencedOn === '' ? 'the day on which the procurement began' : 'the exact day on which it began'
  return `${began(facts)}, and the law${place ? ` of ${place}` : ''} changed${onDay(change)}. Check ${fact}.`
}

function onDay(date: string): string {
  return date === '' ? '' : ` ${inWords(date)}`
}

function recheck(why: string, law?: Law): Standing {
  return { label: 'recheck', law: law?.code ?? '', why, url: law ? law.changesUrl || law.url : '' }
}

function notKnown(why: string): Standing {
  return { label: 'not-known', law: '', why, url: '' }
}

function linkTo(law: Law) {
  return { law: law.code, url: law.changesUrl || law.url }
}
