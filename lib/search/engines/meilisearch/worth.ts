import 'server-only'
import { z } from 'zod'
import type { Plan } from '../../schema'
import { SEARCHABLE } from '../../settings'

export const hit = z.object({
  id: z.string(),
  version: z.number(),
  _rankingScoreDetails: z.object({ attributeRank: z.object({ score: z.number() }).optional() }).optional(),
})
type Hit = z.output<typeof hit>

/** What a word is worth by the first field that has it, as the other engine weighs them. */
const WORTH: Record<(typeof SEARCHABLE)[number], number> = {
  title: 0.8,
  aliases: 0.8,
  labels: 0.5,
  organisation: 0.5,
  summary: 0.5,
  people: 0.5,
  body: 0.35,
  fileName: 0.1,
  fileText: 0.1,
}

/** Cases and stories come before lists. */
const BY_KIND: [string, number][] = [
  ['file-', 0.9],
  ['person-', 0.9],
  ['category-', 0.75],
  ['organisation-', 0.5],
  ['help-', 0.5],
]

/** What any of the terms found, the best first: how much the terms tell that found it, and in which field. */
export function byWorth(found: Hit[][], { terms }: Pick<Plan, 'terms'>): string[] {
  const worth = new Map<string, number>()
  for (const [place, hits] of found.entries())
    for (const [rank, of] of hits.entries()) {
      // Among equals, the one that its own term found first.
      const told = (terms[place]?.weight ?? 0) * worthOf(of) + 0.001 / (rank + 1)
      worth.set(of.id, (worth.get(of.id) ?? 0) + told)
    }
  const total = (id: string) =>
    (worth.get(id) ?? 0) * (BY_KIND.find(([start]) => id.startsWith(start))?.[1] ?? 1)
  return [...worth.keys()].sort((one, other) => total(other) - total(one))
}

/** Meilisearch says which field it was as a part of all: one for the first, and so much less for each after it. */
function worthOf({ _rankingScoreDetails: details }: Hit): number {
  const score = details?.attributeRank?.score ?? 0
  const field = SEARCHABLE[Math.round((1 - score) * SEARCHABLE.length)]
  return field ? WORTH[field] : WORTH.fileText
}
