import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { pool } from '@/lib/platform/db'
import { longestWaitMs } from './lease.mjs'

// Without a number it asks about everything that is published now.
const BEHIND = {
  name: 'publication-behind',
  text: `SELECT asked.n, ARRAY(SELECT id::text FROM publication_peer WHERE seen < asked.n) AS behind
    FROM (SELECT coalesce($1::bigint, (SELECT n FROM publication_clock)) AS n) asked`,
}
const GONE = 'DELETE FROM publication_peer WHERE id = ANY($1::uuid[]) AND seen < $2'

/**
 * Waits, after a commit, until every process that may answer from memory has heard of all that is published. One that
 * stays silent for the length of a lease has lost it, so it takes `longestWaitMs` at most, whatever happens.
 */
export async function everybodyKnows(): Promise<void> {
  const over = new AbortController()
  const bound = pause(longestWaitMs, undefined, { signal: over.signal })
  // Without the database no lease can be renewed: when the time is over, none holds.
  const known = untilNobodyIsBehind(performance.now() + longestWaitMs).catch(() => bound)
  await Promise.race([known, bound])
  over.abort()
  await bound.catch(() => {})
}

async function untilNobodyIsBehind(deadline: number): Promise<void> {
  let { n, behind } = await ask(null)
  // On a busy machine, asking all the time would keep from answering those whom it waits for.
  for (let rest = 1; behind.length > 0; rest = Math.min(rest * 1.5, 10)) {
    if (performance.now() >= deadline) return forget(behind, n)
    await pause(rest)
    ;({ behind } = await ask(n))
  }
}

async function ask(number: string | null): Promise<{ n: string; behind: string[] }> {
  const { rows } = await pool().query<{ n: string; behind: string[] }>({ ...BEHIND, values: [number] })
  const [answer] = rows
  if (!answer) throw new Error('The clock of publications has no row. Run the migrations again.')
  return answer
}

/** Nobody waits for them again: they find out when they next ask for their lease. */
async function forget(ids: string[], number: string): Promise<void> {
  await pool().query(GONE, [ids, number])
}
