import 'server-only'
import { pool } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'

const ROW = 'fallbacks'
const everyMs = 10_000

export type Fallbacks = { count: number; at: string; why: string }

const kept = globalThis as { cupboardFallbacks?: { count: number; timer: NodeJS.Timeout | null } }

/** Counts a search that PostgreSQL answered in place of the other engine. Written down every few seconds at most. */
export function noteFallback(why: string): void {
  kept.cupboardFallbacks ??= { count: 0, timer: null }
  const { cupboardFallbacks: waiting } = kept
  waiting.count += 1
  if (waiting.timer) return
  log('warn', 'search was answered by PostgreSQL', { reason: why })
  waiting.timer = setTimeout(() => {
    const { count } = waiting
    Object.assign(waiting, { count: 0, timer: null })
    write({ count, at: new Date().toISOString(), why }).catch((error: Error) =>
      log('warn', 'fallbacks were not counted', { reason: error.message }),
    )
  }, everyMs)
  waiting.timer.unref()
}

async function write({ count, at, why }: Fallbacks): Promise<void> {
  await pool().query(
    `INSERT INTO search_engine AS e (engine, state) VALUES ($1, jsonb_build_object('count', $2::int, 'at', $3::text, 'why', $4::text))
     ON CONFLICT (engine) DO UPDATE SET state = excluded.state || jsonb_build_object('count', (e.state ->> 'count')::int + $2)`,
    [ROW, count, at, why],
  )
}

/** How often PostgreSQL has answered instead, and when and why last; null where it never has. */
export async function readFallbacks(): Promise<Fallbacks | null> {
  const { rows } = await pool().query<{ state: Fallbacks }>(
    'SELECT state FROM search_engine WHERE engine = $1',
    [ROW],
  )
  return rows[0]?.state ?? null
}
