import { pool } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { knowsWhatIsCurrent } from '@/lib/platform/publication/serving'
import { prepareSearch, searchStanding } from '@/lib/search/choose'

export const dynamic = 'force-dynamic'

const LEASE_MS = 1000

/**
 * Ready when the database answers, pages are known to be current and a search need not wait; 503 with the part that is
 * missing otherwise. `search` is degraded while the database answers in place of another engine: the site is ready all
 * the same.
 */
export async function GET(): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' }
  try {
    await pool().query('SELECT 1 FROM page LIMIT 1')
    await prepareSearch()
    if (!(await knowsWhatIsCurrent(LEASE_MS)))
      return Response.json(
        { status: 'not ready', database: 'answers', pages: 'not known to be current' },
        { status: 503, headers },
      )
    const { degraded } = await searchStanding()
    const search = degraded ? 'degraded' : 'ok'
    return Response.json({ status: 'ready', database: 'answers', search }, { headers })
  } catch (error) {
    log('error', 'not ready', { reason: (error as Error).message })
    return Response.json({ status: 'not ready', database: 'does not answer' }, { status: 503, headers })
  }
}
