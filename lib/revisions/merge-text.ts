import 'server-only'
import { diff3Merge, diffIndices } from 'node-diff3'

/** A text put together from two people's changes: what is agreed, and what has to be decided. */
export type TextPart =
  | { kind: 'agreed'; text: string }
  | { kind: 'conflict'; base: string; theirs: string; mine: string }

type Three<Value> = { base: Value; theirs: Value; mine: Value }

// Comparing takes time that grows with the product of the lengths; beyond this the whole text is one decision.
const mostComparisons = 4_000_000
// Two rewritten paragraphs have little of the old one in common: word by word they would become a jumble.
const leastKept = 0.5

/**
 * Merges two changes of one text with diff3, by paragraph and inside a paragraph by word. Changes that touch each other
 * are left to be decided, so every word that was added is in the agreed text or in a conflict.
 */
export function mergeText({ base, theirs, mine }: Three<string>): TextPart[] {
  if (theirs === mine || mine === base) return agreed(theirs)
  if (theirs === base) return agreed(mine)

  const three = { base: paragraphs(base), theirs: paragraphs(theirs), mine: paragraphs(mine) }
  if (tooLong(three)) return [{ kind: 'conflict', base, theirs, mine }]
  return joined(
    regions(three).map((region) => {
      if ('agreed' in region) return { kind: 'agreed', text: region.agreed.join('') }
      const texts = { base: region.base.join(''), theirs: region.theirs.join(''), mine: region.mine.join('') }
      const byWord = mergeWords(texts)
      return byWord === null ? { kind: 'conflict', ...texts } : { kind: 'agreed', text: byWord }
    }),
  )
}

/** The merged words of a passage, or null when the two changes touch or leave too little of it. */
function mergeWords(texts: Three<string>): string | null {
  if (!texts.base.trim()) return null
  const three = { base: words(texts.base), theirs: words(texts.theirs), mine: words(texts.mine) }
  if (tooLong(three)) return null
  if (kept(three.base, three.theirs) < leastKept || kept(three.base, three.mine) < leastKept) return null
  const merged: string[] = []
  for (const region of regions(three)) {
    if (!('agreed' in region)) return null
    merged.push(...region.agreed)
  }
  return merged.join('')
}

type Region = { agreed: string[] } | Three<string[]>

function regions({ base, theirs, mine }: Three<string[]>): Region[] {
  return diff3Merge(theirs, base, mine, { excludeFalseConflicts: true }).map((region) => {
    if (region.ok) return { agreed: region.ok }
    const { a = [], o = [], b = [] } = region.conflict ?? {}
    return { base: o, theirs: a, mine: b }
  })
}

/** Paragraphs and the blank lines between them, which join to the text again. */
function paragraphs(text: string): string[] {
  return text.split(/(\n{2,})/).filter((part) => part !== '')
}

/** Words, each with the white space after it. */
function words(text: string): string[] {
  return text.match(/\s+|\S+\s*/g) ?? []
}

/** The share of the older words that are still there. */
function kept(older: string[], newer: string[]): number {
  const gone = diffIndices(older, newer).reduce((sum, { buffer1: [, length] }) => sum + length, 0)
  return older.length === 0 ? 1 : 1 - gone / older.length
}

function tooLong({ base, theirs, mine }: Three<string[]>): boolean {
  return base.length * Math.max(theirs.length, mine.length) > mostComparisons
}

function agreed(text: string): TextPart[] {
  return [{ kind: 'agreed', text }]
}

function joined(parts: TextPart[]): TextPart[] {
  const list: TextPart[] = []
  for (const part of parts) {
    const last = list[list.length - 1]
    if (part.kind === 'agreed' && last?.kind === 'agreed')
      list[list.length - 1] = { kind: 'agreed', text: last.text + part.text }
    else list.push(part)
  }
  return list
}
