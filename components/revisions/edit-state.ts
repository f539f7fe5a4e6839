import type { FormState } from '@/lib/platform/form'
import type { ConflictPiece } from '@/lib/revisions/merge'

/** What has to be decided before a save can be merged with the one that came between. */
export type ConflictView = {
  base: number
  /** The version that came between: its number, author and note. */
  against: number
  author: string
  note: string
  /** Fields are decided whole, because their pieces put together would break a rule. */
  whole: boolean
  pieces: ConflictPiece[]
}
/** `kept`: when it was kept as a draft. */
export type EditState = FormState & { conflict?: ConflictView; kept?: string }
