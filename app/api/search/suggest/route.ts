import { keepable } from '@/lib/platform/text'
import { everybody } from '@/lib/search/access'
import { suggest } from '@/lib/search/suggest'
import { KINDS } from '@/lib/search/vocabulary'

const headers = { 'Cache-Control': 'public, max-age=10' }

/** How what was typed may go on, for the boxes of components/islands/search.js: the same for everybody. */
export async function GET(request: Request): Promise<Response> {
  const typed = new URL(request.url).searchParams.get('q') ?? ''
  const found = keepable(typed) ? await suggest(typed, everybody) : []
  const suggestions = found.map(({ text, kind }) => ({ text, label: kind === 'words' ? '' : KINDS[kind] }))
  return Response.json({ suggestions }, { headers })
}
