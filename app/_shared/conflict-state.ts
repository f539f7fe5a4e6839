import type { EditState } from '@/components/revisions/edit-state'
import { type FormValues, refusedForm } from '@/lib/platform/form'
import { findRevisionFacts } from '@/lib/revisions/facts'
import type { Conflict } from '@/lib/revisions/publish'

const CONFLICT = 'Somebody saved this page while you were editing, and your changes touch theirs.'
const UNDECIDED = 'Decide every piece before you save.'

type Asked = { pageId: number; conflict: Conflict; values: FormValues; again: boolean }

/** The form with everything typed, and the pieces that have to be decided; `again` when some were left open. */
export async function conflictState({ pageId, conflict, values, again }: Asked): Promise<EditState> {
  const { base, head, pieces, whole } = conflict
  const facts = await findRevisionFacts(pageId, head)
  const decided = values.choice as FormValues | undefined
  const errors = again ? pieces.flatMap((_, index) => missing(index, decided)) : []
  const author = facts?.author.name ?? 'a former contributor'
  return {
    ...refusedForm(again ? UNDECIDED : CONFLICT, values, errors, again ? 422 : 409),
    conflict: { base, against: head, author, note: facts?.note ?? '', whole, pieces },
  }
}

function missing(index: number, decided: FormValues | undefined) {
  const field = `choice.p${index}`
  return decided?.[`p${index}`] ? [] : [{ field, message: 'Choose one version, or write your own' }]
}
