'use server'

import { redirect } from 'next/navigation'
import { requireViewer } from '@/lib/auth/session'
import { discardDraft, undoDiscard } from '@/lib/drafts/discard'
import { draftsPath } from '@/lib/drafts/paths'
import { draftId } from '@/lib/drafts/schema'
import { localPath } from '@/lib/users/paths'

/** Puts a draft away and goes back to where the form says, or to the list, which offers to take it back. */
export async function discard(form: FormData): Promise<void> {
  const viewer = await requireViewer(draftsPath)
  const read = draftId.safeParse({ draft: form.get('draft') })
  const outcome = read.success ? await discardDraft(viewer, read.data.draft) : null
  const back = form.get('back')
  if (outcome?.ok && typeof back === 'string')
    redirect(restarted(localPath(back, draftsPath), read.data?.draft))
  redirect(`${draftsPath}?done=${outcome?.ok ? `discarded&draft=${read.data?.draft}` : 'missing'}`)
}

/** The form again with nothing of the draft in it: another address, so that it is drawn anew. */
function restarted(path: string, draft: number | undefined): string {
  return `${path}${path.includes('?') ? '&' : '?'}restarted=${draft}`
}

export async function undo(form: FormData): Promise<void> {
  const viewer = await requireViewer(draftsPath)
  const read = draftId.safeParse({ draft: form.get('draft') })
  const outcome = read.success ? await undoDiscard(viewer, read.data.draft) : null
  redirect(`${draftsPath}?done=${outcome?.ok ? 'returned' : (outcome?.reason ?? 'missing')}`)
}
