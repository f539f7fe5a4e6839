import { getViewer } from '@/lib/auth/session'
import { watchesMax } from '@/lib/following/limits'
import { watchedPath } from '@/lib/following/paths'
import { watchChoice } from '@/lib/following/schema'
import { addWatch, removeWatch } from '@/lib/following/watches'
import { localPath, signInPath } from '@/lib/users/paths'

const REFUSALS = {
  'not-found': [404, 'There is nothing here with this number or code. Nothing was changed.'],
  'too-many': [
    422,
    `You watch ${watchesMax} things, which is as many as can be kept. Stop watching one of them first.`,
  ],
} as const

/** "Watch" on a page, heading, organisation or search: a plain form, which scripts may send too. */
export async function POST(request: Request): Promise<Response> {
  const wantsJson = request.headers.get('accept')?.includes('application/json') ?? false
  const form = await request.formData().catch(() => null)
  if (!form) return answer(wantsJson, 400, { message: 'The form could not be read. Nothing was changed.' })

  const back = localPath(String(form.get('back') ?? ''), watchedPath)
  const viewer = await getViewer()
  if (!viewer) return wantsJson ? answer(true, 401, { message: 'Sign in first.' }) : goTo(signInPath(back))

  const fields = ['kind', 'ref', 'keep'].map((name) => [name, form.get(name) ?? undefined])
  const read = watchChoice.safeParse(Object.fromEntries(fields))
  if (!read.success)
    return answer(wantsJson, 400, { message: read.error.issues[0]?.message ?? 'That cannot be watched.' })

  const { keep, ...what } = read.data
  if (keep === 'no') await removeWatch(viewer, what)
  else {
    const outcome = await addWatch(viewer, what)
    if (!outcome.ok) {
      const [status, message] = REFUSALS[outcome.reason]
      return answer(wantsJson, status, { message })
    }
  }
  if (wantsJson) return answer(true, 200, { ...what, watched: keep === 'yes' })
  // Without scripts the page cannot show that it is watched, so the list is shown instead.
  return goTo(keep === 'yes' ? watchedPath : back)
}

function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } })
}

type Body = { message?: string; kind?: string; ref?: string; watched?: boolean }

function answer(json: boolean, status: number, body: Body): Response {
  const headers = { 'Cache-Control': 'private, no-store' }
  if (json) return Response.json(body, { status, headers })
  return new Response(body.message, {
    status,
    headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
