import { unsubscribePagePath } from '@/lib/following/paths'
import { unsubscribe } from '@/lib/following/unsubscribe'

type Context = { params: Promise<{ token: string }> }

/** The link in a mail. Mail scanners open links, so opening it only shows a page with the button. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return goTo(unsubscribePagePath((await params).token))
}

/** One POST stops the mail, without signing in: from a mail program (RFC 8058), or from the button on the page. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const outcome = await unsubscribe(token)
  const form = await request.formData().catch(() => null)
  if (form?.has('button')) return goTo(`${unsubscribePagePath(token)}${outcome.ok ? '&done=1' : ''}`)
  return new Response(
    outcome.ok ? 'Stopped. You get no more mail of this kind.' : 'This link is not known here.',
    {
      status: outcome.ok ? 200 : 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    },
  )
}

function goTo(path: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: path, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
  })
}
