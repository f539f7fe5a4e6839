import { pool } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'

export const dynamic = 'force-dynamic'

/** Ready when the database answers; 503 with the part that is missing otherwise. */
export async function GET(): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' }
  try {
    await pool().query('SELECT 1 FROM page LIMIT 1')
    return Response.json({ status: 'ready', database: 'answers' }, { headers })
  } catch (error) {
    log('error', 'not ready', { reason: (error as Error).message })
    return Response.json({ status: 'not ready', database: 'does not answer' }, { status: 503, headers })
  }
}
