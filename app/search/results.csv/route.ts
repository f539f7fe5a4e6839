import { todayIs } from '@/lib/legal/standing'
import { everybody } from '@/lib/search/access'
import { csvName, resultsCsv } from '@/lib/search/csv'
import { paramsOf, readState } from '@/lib/search/state'

/** The results of a search as a table: the same for everybody, like the page. */
export async function GET(request: Request): Promise<Response> {
  const state = readState(paramsOf(new URL(request.url).searchParams))
  const kept = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }
  if (state.refusal)
    return new Response(state.refusal, {
      status: 400,
      headers: { ...kept, 'Content-Type': 'text/plain; charset=utf-8' },
    })
  return new Response(await resultsCsv(state, everybody), {
    headers: {
      ...kept,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${csvName(state, todayIs())}"`,
    },
  })
}
