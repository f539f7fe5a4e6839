import 'server-only'
import { diffArrays } from 'diff'

export type Segment = { kind: 'same' | 'added' | 'removed'; text: string }
/** Whether the time for a comparison is up: from then on it is a coarse one. */
export type Late = () => boolean
export const never: Late = () => false

// Beyond this many edits two texts share too little to be read piece by piece: one replaces the other. The work
// grows with the square of it, and anyone may ask for a comparison.
export const mostEdits = 500
// With less in common than this, marks between single words would be confetti.
const leastInCommon = 0.25
const shortText = 40

// A figure with its sign, separators and unit is read as one word: "£180k", "12.5%".
const TOKEN = /\s+|[£$€]?\d+(?:[.,]\d+)*(?:%|\p{L}+)?|[\p{L}\p{M}\p{N}_]+|[^\s]/gu
const SENTENCE = /[^.!?\n]+[.!?]*\s*|[.!?\n]\s*/g

/**
 * What changed between two texts word by word. What is not added makes up the older text exactly, what is not
 * removed the newer one.
 */
export function compareWords(older: string, newer: string, late: Late = never): Segment[] {
  if (older === newer) return present([{ kind: 'same', text: older }])
  if (older === '' || newer === '' || late()) return replaced(older, newer)
  const segments = differences(tokens(older), tokens(newer)) ?? bySentence(older, newer, late)
  return alike(segments, older, newer) ? joined(segments) : replaced(older, newer)
}

/** Words of a text, each with how often it stands there. */
export type Words = { counts: Map<string, number>; size: number }

export function wordsOf(text: string): Words {
  const counts = new Map<string, number>()
  let size = 0
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
    size += 1
  }
  return { counts, size }
}

/** How much two texts have in common, from 0 to 1 (Sørensen–Dice coefficient of their words). */
export function likeness(one: Words, other: Words): number {
  const all = one.size + other.size
  return all === 0 ? 0 : (2 * inCommon(one, other)) / all
}

export function inCommon(one: Words, other: Words): number {
  const [few, many] = one.counts.size <= other.counts.size ? [one, other] : [other, one]
  let shared = 0
  for (const [word, count] of few.counts) shared += Math.min(count, many.counts.get(word) ?? 0)
  return shared
}

function tokens(text: string): string[] {
  return text.match(TOKEN) ?? []
}

function differences(older: string[], newer: string[]): Segment[] | null {
  const parts = diffArrays(older, newer, { maxEditLength: mostEdits })
  if (!parts) return null
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

/** For texts that differ in more words than can be compared at once: equal sentences stand, the rest is compared. */
function bySentence(older: string, newer: string, late: Late): Segment[] {
  const parts = differences(older.match(SENTENCE) ?? [], newer.match(SENTENCE) ?? [])
  if (!parts?.some(({ kind }) => kind === 'same')) return replaced(older, newer)
  const segments: Segment[] = []
  let removed = ''
  for (const part of [...parts, { kind: 'same' as const, text: '' }]) {
    if (part.kind === 'removed') removed += part.text
    else {
      const added = part.kind === 'added' ? part.text : ''
      if (removed || added) segments.push(...wordsBetween(removed, added, late))
      removed = ''
      if (part.kind === 'same') segments.push(part)
    }
  }
  return present(segments)
}

function wordsBetween(older: string, newer: string, late: Late): Segment[] {
  return (late() ? null : differences(tokens(older), tokens(newer))) ?? replaced(older, newer)
}

function alike(segments: Segment[], older: string, newer: string): boolean {
  const longest = Math.max(lettersIn(older), lettersIn(newer))
  if (longest < shortText) return true
  const same = segments.reduce((sum, { kind, text }) => sum + (kind === 'same' ? lettersIn(text) : 0), 0)
  return same >= longest * leastInCommon
}

function lettersIn(text: string): number {
  return text.replace(/\s+/g, '').length
}

/** Changes with nothing but a space between them are one change: easier to read, and to listen to. */
function joined(segments: Segment[]): Segment[] {
  const found: Segment[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    found.push({ kind: 'removed', text: removed }, { kind: 'added', text: added })
    ;[removed, added] = ['', '']
  }
  segments.forEach(({ kind, text }, index) => {
    const between = /^[^\S\n]+$/.test(text) && removed && added && replacesAt(segments, index + 1)
    if (kind !== 'added' && (kind === 'removed' || between)) removed += text
    if (kind !== 'removed' && (kind === 'added' || between)) added += text
    if (kind !== 'same' || between) return
    flush()
    found.push({ kind, text })
  })
  flush()
  return present(found)
}

/** Whether words are both taken out and put in from here on. */
function replacesAt(segments: Segment[], index: number): boolean {
  const kinds = [segments[index]?.kind, segments[index + 1]?.kind]
  return kinds.includes('removed') && kinds.includes('added')
}

function replaced(older: string, newer: string): Segment[] {
  return present([
    { kind: 'removed', text: older },
    { kind: 'added', text: newer },
  ])
}

function present(segments: Segment[]): Segment[] {
  return segments.filter(({ text }) => text !== '')
}
