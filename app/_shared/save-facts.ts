import { z } from 'zod'
import { revisionNote } from '@/lib/case-studies/schema'
import { ticked } from '@/lib/platform/fields'
import type { Decide, Decision } from '@/lib/revisions/merge'

export const id = z.coerce.number().int().positive().max(999_999_999)
export const idOrNone = z.union([z.literal('').transform(() => null), id]).default(null)
const byPiece = z.record(z.string(), z.string()).catch({}).default({})

/** What every save carries beside the content: the page, the version that was read, and words for the history. */
export const saveFacts = z.object({
  page: idOrNone,
  base: idOrNone,
  note: revisionNote,
  minor: ticked(),
  /** Tells this form from another, so that sending it twice saves once. */
  key: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .catch(''),
  undoes: idOrNone.catch(null),
  /** A conflict that has been decided: the version that was in the way, and the decisions by piece. */
  against: idOrNone.catch(null),
  whole: ticked(),
  choice: byPiece,
  own: byPiece,
})

export type Resolution = { against: number; whole: boolean; decide: Decide }
export type PageDraft<Content> = {
  content: Content
  note: string
  minor: boolean
  key: string
  undoes: number | undefined
  page: { id: number; base: number } | null
  resolution: Resolution | null
}

export function asDraft<Input extends z.output<typeof saveFacts>>(input: Input) {
  const { page, base, note, minor, key, undoes, against, whole, choice, own, ...content } = input
  return {
    content,
    note,
    minor,
    key,
    undoes: undoes ?? undefined,
    page: page && base ? { id: page, base } : null,
    resolution: against ? { against, whole, decide: decisions(choice, own) } : null,
  }
}

/** Pieces are asked in the order in which they are shown: p0, p1 and so on. */
function decisions(choice: Record<string, string>, own: Record<string, string>): Decide {
  let count = 0
  return () => {
    const name = `p${count++}`
    const chosen = choice[name]
    if (chosen === 'own') return { choice: 'own', text: (own[name] ?? '').replace(/\r\n?/g, '\n') }
    return ['theirs', 'mine', 'both'].includes(chosen ?? '') ? ({ choice: chosen } as Decision) : undefined
  }
}
