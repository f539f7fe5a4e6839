import { pool } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { prepareSearch, searchStanding } from '@/lib/search/choose'

export const dynamic = 'force-dynamic'

/**
 * Ready when the database answers and a search need not wait; 503 with the part that is missing otherwise. `search` is degraded while the database
 * answers in place of another engine: the site is ready all the same.
 */
export async function GET(): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' }
  try {
    await pool().query('SELECT 1 FROM page LIMIT 1')
    await prepareSearch()
    const { degraded } = await searchStanding()
    const search = degraded ? 'degraded' : 'ok'
    return Response.json({ status: 'ready', database: 'answers', search }, { headers })
  } catch (error) {
    log('error', 'not ready', { reason: (error as Error).message })
    return Response.json({ status: 'not ready', database: 'does not answer' }, { status: 503, headers })
  }
}
