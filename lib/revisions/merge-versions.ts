import 'server-only'
import { type ConflictPiece, type Decide, mergeContent } from './merge'
import type { JsonObject, Shape } from './shape'

export type Versions = { base: JsonObject; theirs: JsonObject; mine: JsonObject }
export type Rules<Content> = {
  shape: Record<string, Shape>
  align: (base: JsonObject, theirs: JsonObject, mine: JsonObject) => JsonObject
  read: (record: JsonObject) => Content | null
}
export type MergedVersions<Content> =
  | { kind: 'merged'; content: Content }
  | { kind: 'conflict'; pieces: ConflictPiece[]; whole: boolean; versions: Versions }
  /** Put together, the two versions break a rule of the form that each of them keeps. */
  | { kind: 'invalid' }

type How = { decide?: Decide; whole?: boolean }

/**
 * Merges two versions of a page. Where the merged pieces break a rule, such as the length of a summary, the fields are
 * merged whole instead (`whole`).
 */
export function mergeVersions<Content>(
  rules: Rules<Content>,
  versions: Versions,
  { decide, whole = false }: How = {},
): MergedVersions<Content> {
  const mine = rules.align(versions.base, versions.theirs, versions.mine)
  const aligned = { ...versions, mine }
  const { content, conflicts } = mergeContent(whole ? inWhole(rules.shape) : rules.shape, aligned, decide)
  if (conflicts.length > 0) return { kind: 'conflict', pieces: conflicts, whole, versions: aligned }
  const read = rules.read(content)
  if (read) return { kind: 'merged', content: read }
  return whole || decide ? { kind: 'invalid' } : mergeVersions(rules, versions, { whole: true })
}

function inWhole(shape: Record<string, Shape>): Record<string, Shape> {
  return Object.fromEntries(
    Object.entries(shape).map(([name, each]) => {
      if (each.kind === 'open') return [name, { ...each, fields: inWhole(each.fields ?? {}) }]
      return [name, { kind: 'value', label: each.label }]
    }),
  )
}
