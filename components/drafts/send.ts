import { draftsApiPath } from '@/lib/drafts/paths'
import type { SavedDraft } from '@/lib/drafts/save'
import type { DraftPlace, Entries } from './place'

export type Sending = { draft: SavedDraft | null; writer: string; base: string; entries: Entries }
export type Answer =
  | { is: 'saved'; draft: SavedDraft }
  | { is: 'newer'; other: SavedDraft }
  | { is: 'wait'; seconds: number }
  | { is: 'signed-out' | 'gone' | 'finished' | 'too-large' | 'too-many' | 'offline' | 'unreachable' }

const TIMEOUT_MS = 10_000
// What browsers let a page send while it is going away.
const KEEPALIVE_MAX = 60_000

/** Sends the text to the server. Never throws: whatever goes wrong is an answer. */
export async function send(place: DraftPlace, sending: Sending): Promise<Answer> {
  const body = bodyOf(place, sending)
  try {
    const response = await fetch(draftsApiPath, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      keepalive: body.length < KEEPALIVE_MAX,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return await answerIn(response)
  } catch {
    return { is: navigator.onLine ? 'unreachable' : 'offline' }
  }
}

function bodyOf({ kind, pageId, person }: DraftPlace, { draft, writer, base, entries }: Sending): string {
  const facts = { page: pageId, base: base || null, draft: draft?.id, draftVersion: draft?.version, writer }
  return JSON.stringify({ kind, person, ...facts, entries })
}

async function answerIn(response: Response): Promise<Answer> {
  const { status } = response
  if (status === 413) return { is: 'too-large' }
  if (status === 401 || status === 403) return { is: 'signed-out' }
  const body = await response.json()
  if (status === 200) return { is: 'saved', draft: body }
  if (status === 409) return { is: 'newer', other: body.other }
  if (status === 429) return { is: 'wait', seconds: body.wait }
  if (status === 404) return { is: 'gone' }
  if (status === 410) return { is: 'finished' }
  return { is: status === 422 ? 'too-many' : 'unreachable' }
}
