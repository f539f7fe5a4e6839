import { getViewer } from '@/lib/auth/session'
import { addFavourite, removeFavourite } from '@/lib/favourites/favourites'
import { favouriteChoice } from '@/lib/favourites/schema'
import { favouritesPath, localPath, signInPath } from '@/lib/users/paths'

/** The star beside a case study: a plain form, which scripts may send too. */
export async function POST(request: Request): Promise<Response> {
  const wantsJson = request.headers.get('accept')?.includes('application/json') ?? false
  const form = await request.formData().catch(() => null)
  if (!form) return answer(wantsJson, 400, { message: 'The form could not be read. Nothing was changed.' })

  const back = localPath(String(form.get('back') ?? ''), favouritesPath)
  const viewer = await getViewer()
  if (!viewer) return wantsJson ? answer(true, 401, { message: 'Sign in first.' }) : goTo(signInPath(back))

  const read = favouriteChoice.safeParse({ page: form.get('page'), keep: form.get('keep') ?? undefined })
  if (!read.success)
    return answer(wantsJson, 400, { message: 'That is not the number of a case study. Nothing was changed.' })
  const { page, keep } = read.data
  if (keep === 'no') await removeFavourite(viewer, page)
  else if (!(await addFavourite(viewer, page)).ok)
    return answer(wantsJson, 404, {
      message: 'There is no case study with this number. Nothing was changed.',
    })

  if (wantsJson) return answer(true, 200, { page, kept: keep === 'yes' })
  // Without scripts the page cannot show that it is kept, so the list is shown instead.
  return goTo(keep === 'yes' ? favouritesPath : back)
}

function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } })
}

function answer(
  json: boolean,
  status: number,
  body: { message?: string; page?: number; kept?: boolean },
): Response {
  const headers = { 'Cache-Control': 'private, no-store' }
  if (json) return Response.json(body, { status, headers })
  return new Response(body.message, {
    status,
    headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
