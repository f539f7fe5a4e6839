import { keepable } from '@/lib/platform/text'
import { everybody } from '@/lib/search/access'
import { suggest } from '@/lib/search/suggest'

const headers = { 'Cache-Control': 'public, max-age=10' }

/** How what was typed may go on, for the boxes of public/search.js: the same for everybody. */
export async function GET(request: Request): Promise<Response> {
  const typed = new URL(request.url).searchParams.get('q') ?? ''
  const suggestions = keepable(typed) ? await suggest(typed, everybody) : []
  return Response.json({ suggestions }, { headers })
}
