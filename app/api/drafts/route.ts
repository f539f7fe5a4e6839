import { getViewer } from '@/lib/auth/session'
import { saveDraft } from '@/lib/drafts/save'
import { draftOf, draftPost } from '@/lib/drafts/schema'
import { valuesOf } from '@/lib/platform/form'
import { use } from '@/lib/platform/rate-limit'

const STATUS = { 'not-found': 404, finished: 410, 'too-large': 413, 'too-many': 422, newer: 409 } as const

/** Where the form saves itself while somebody types. Answers what is kept now, or why nothing was. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await getViewer()
  if (!viewer) return answer(401, { reason: 'signed-out' })
  const read = draftPost.safeParse(await request.json().catch(() => null))
  if (!read.success) return answer(400, { reason: 'unreadable' })
  const { kind, person, entries, ...facts } = read.data
  if (person !== viewer.id) return answer(401, { reason: 'signed-out' })
  const wait = await use('draft', viewer.id)
  if (wait) return answer(429, { reason: 'wait', wait })

  const outcome = await saveDraft(viewer, draftOf(kind, facts, valuesOf(formOf(entries))))
  if (outcome.ok) return answer(200, outcome.value)
  const { reason } = outcome
  return answer(STATUS[reason], reason === 'newer' ? { reason, other: outcome.other } : { reason })
}

function formOf(entries: [string, string][]): FormData {
  const form = new FormData()
  for (const [name, text] of entries) form.append(name, text)
  return form
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'private, no-store' } })
}
