import 'server-only'
import { z } from 'zod'
import { TYPES } from '@/lib/organisations/vocabulary'
import { manyOf, oneOf } from '@/lib/platform/fields'
import { line, partialDate, webAddress } from '@/lib/platform/text'
import { daysOf } from './days'
import { LAW_KINDS, REGIMES, UK_NATIONS } from './vocabulary'

const code = line({ label: 'The code', max: 30, required: 'Give the law a short code, like PA2023' }).refine(
  (text) => text === '' || /^[A-Z][A-Z0-9-]{1,29}$/.test(text),
  { message: 'The code must be capital letters and digits, like PA2023' },
)

/** One law: whom it governs, and from when to when. */
export const law = z.object({
  code,
  name: line({ label: 'The name', max: 200, required: 'Give the law’s name' }),
  kind: oneOf(LAW_KINDS, 'Choose what kind of law it is'),
  /** None: it is not UK law. */
  nations: manyOf(UK_NATIONS, 'Choose nations from the list'),
  /** None: every type of body. */
  bodyTypes: manyOf(TYPES, 'Choose types of body from the list'),
  from: partialDate('The first day in force').default(''),
  /** The first day on which it no longer governs a procurement that begins. */
  to: partialDate('The first day on which it no longer governs').default(''),
  successors: z.array(code).max(12, 'There can be at most 12 successors').default([]),
  transition: line({ label: 'The transition rule', max: 400 }).default(''),
  note: line({ label: 'The note', max: 600 }).default(''),
  changes: line({ label: 'What changed', max: 1000 }).default(''),
  url: webAddress('The link to the law').default(''),
  changesUrl: webAddress('The link to what changed').default(''),
})

export type Law = z.output<typeof law>

const lawsMax = 200

/** The law register: refused when its laws do not fit together, or lack one that a case study may name. */
export const register = z
  .object({ laws: z.array(law).max(lawsMax, `There can be at most ${lawsMax} laws`) })
  .superRefine(({ laws }, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path: ['laws', ...path], message })
    const codes = laws.map((entry) => entry.code)
    laws.forEach((entry, index) => {
      if (codes.indexOf(entry.code) !== index)
        refuse([index, 'code'], `${entry.code} is in the register twice`)
      if (endsBeforeItBegins(entry))
        refuse([index, 'to'], 'The day on which it ends must come after the day on which it begins')
      for (const successor of entry.successors)
        if (!codes.includes(successor))
          refuse([index, 'successors'], `No law in the register has the code ${successor}`)
      if (followsItself(entry.code, laws))
        refuse(
          [index, 'successors'],
          `${entry.code} would follow itself: one of these successors leads back to it`,
        )
    })
    const missing = NAMED.filter((known) => !codes.includes(known))
    if (missing.length > 0)
      refuse([], `Case studies name these laws, so they must stay in the register: ${missing.join(', ')}`)
  })

export type Register = z.output<typeof register>

export type Problem = { path: string; message: string }

/** Reads a register that somebody wrote: the register, or every problem with where it is ("laws.3.to"). */
export function readRegister(
  content: unknown,
): { ok: true; value: Register } | { ok: false; reason: 'invalid'; problems: Problem[] } {
  const read = register.safeParse(content)
  if (read.success) return { ok: true, value: read.data }
  const problems = read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  return { ok: false, reason: 'invalid', problems }
}

export function sameRegister(older: Register, newer: Register): boolean {
  return JSON.stringify(older) === JSON.stringify(newer)
}

/** The codes of the laws whose entries are not the same in both, added and dropped ones included. */
export function changedLaws(older: Register, newer: Register): string[] {
  const entry = ({ laws }: Register, known: string) => JSON.stringify(laws.find(({ code }) => code === known))
  const codes = [...older.laws, ...newer.laws].map((known) => known.code)
  return [...new Set(codes)].filter((known) => entry(older, known) !== entry(newer, known))
}

/** What a case study may name as its law; to say that it is not known names none. */
const NAMED = Object.keys(REGIMES).filter((known) => known !== 'UNK')

function endsBeforeItBegins({ from, to }: Law): boolean {
  if (from === '' || to === '') return false
  return daysOf(to).last <= daysOf(from).first
}

function followsItself(start: string, laws: Law[]): boolean {
  const seen = new Set<string>()
  const next = [...(laws.find(({ code }) => code === start)?.successors ?? [])]
  for (let known = next.pop(); known !== undefined; known = next.pop()) {
    if (known === start) return true
    if (seen.has(known)) continue
    seen.add(known)
    next.push(...(laws.find(({ code }) => code === known)?.successors ?? []))
  }
  return false
}
