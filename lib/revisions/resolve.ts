import 'server-only'
import { db, type PageKind } from '@/lib/platform/db'
import type { Decide } from './merge'
import { type MergedVersions, mergeVersions, type Rules } from './merge-versions'
import type { JsonObject } from './shape'

type Question = {
  kind: PageKind
  id: number
  base: number
  /** The version that was the head when the conflict was shown. */
  against: number
  mine: JsonObject
  whole: boolean
  decide: Decide
}

/**
 * Merges again what was in conflict, with a person's decisions. The pieces are those that were shown, because the same
 * three versions always give the same pieces. Null when there are no such versions.
 */
export async function resolveConflict<Content>(
  rules: Rules<Content>,
  { kind, id, base, against, mine, whole, decide }: Question,
): Promise<MergedVersions<Content> | null> {
  const found = await db.revision.findMany({
    where: { pageId: id, number: { in: [base, against] }, page: { kind } },
    select: { number: true, content: true },
  })
  const contentOf = (number: number) => found.find((revision) => revision.number === number)?.content
  const [older, theirs] = [contentOf(base), contentOf(against)]
  if (!older || !theirs) return null
  const versions = { base: older as JsonObject, theirs: theirs as JsonObject, mine }
  return mergeVersions(rules, versions, { whole, decide })
}
