import type { SavedDraft } from '@/lib/drafts/save'

/** Which draft a form belongs to. */
export type DraftPlace = {
  kind: 'case_study' | 'story'
  pageId: number | null
  person: string
  /** A UUID of this window. */
  writer: string
  /** What the server holds of it, when the form was opened. */
  draft: SavedDraft | null
}

export type Entries = [name: string, text: string][]

const SENDING = /^(?:\$|(?:page|base|draft|draftVersion|writer|intent|key|labelFilter|labelFilterShown)$)/

/** What stands in the form, without what belongs to one sending; null while the form is closed for a save. */
export function entriesOf(form: HTMLFormElement): Entries | null {
  if (form.querySelector('fieldset.editparts:disabled')) return null
  const entries: Entries = []
  for (const [name, text] of new FormData(form))
    if (typeof text === 'string' && !SENDING.test(name)) entries.push([name, text])
  return entries
}
