import 'server-only'
import { z } from 'zod'
import type { PageKind } from '@/lib/platform/db'
import type { FormValues } from '@/lib/platform/form'
import type { DraftToSave } from './save'

const id = z.coerce.number().int().positive().max(999_999_999)
const idOrNone = z.union([z.literal('').transform(() => null), z.null(), id]).default(null)

/** What says which draft a form belongs to. Every form carries it in hidden fields of these names. */
const facts = z.object({
  page: idOrNone,
  base: idOrNone,
  draft: idOrNone,
  draftVersion: idOrNone,
  writer: z.uuid().optional().catch(undefined),
})

/** What scripts post while somebody types: the facts, and the form's fields as pairs of name and text. */
export const draftPost = facts.extend({
  kind: z.enum(['case_study', 'story']),
  /** The account that the form was opened by: another one may have signed in since. */
  person: z.uuid(),
  entries: z.array(z.tuple([z.string().max(400), z.string()])).max(20_000),
})

export const draftId = z.object({ draft: id })

// Not part of the text: these belong to one sending of the form.
const SENDING = [
  ...['page', 'base', 'draft', 'draftVersion', 'writer', 'intent', 'key'],
  ...['undoes', 'against', 'whole', 'choice', 'own', 'labelFilter', 'labelFilterShown'],
]

/** The draft that a posted form stands for, whatever else is wrong with the form; null when it names no page rightly. */
export function draftIn(kind: PageKind, values: FormValues): DraftToSave | null {
  const read = facts.safeParse(values)
  return read.success ? draftOf(kind, read.data, values) : null
}

export function draftOf(kind: PageKind, read: z.output<typeof facts>, values: FormValues): DraftToSave {
  const { page, base, draft, draftVersion, writer } = read
  const text = Object.fromEntries(Object.entries(values).filter(([name]) => !SENDING.includes(name)))
  return {
    id: draft,
    kind,
    pageId: page,
    base: page ? base : null,
    version: draftVersion,
    writer,
    values: text,
  }
}
