import 'server-only'
import { db, pool } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { searchStanding } from './choose'
import { type Fallbacks, readFallbacks } from './fallbacks'
import { isCurrent } from './push/build'
import { type EngineState, readState } from './push/standing'
import { settingsVersion } from './settings'
import { KINDS, type Kind } from './vocabulary'

export type Parked = { id: string; title: string; why: string; next: string | null }

/** How search stands, for those who run the site. */
export type EngineStatus = {
  engine: 'postgres' | 'meilisearch'
  /** Why PostgreSQL answers in place of the engine that was chosen; empty while it does not. */
  degraded: string
  kinds: { kind: Kind; documents: number }[]
  settings: string
  rebuilding: boolean
  other: OtherStatus | null
}

export type OtherStatus = {
  server: string
  index: string
  /** The live index was made by the settings of today. */
  current: boolean
  waiting: number
  waitedSeconds: number
  building: { since: string; done: number; documents: number } | null
  parked: Parked[]
  fault: EngineState['lastFault']
  verified: EngineState['verified']
  fallbacks: Fallbacks | null
}

export async function findEngineStatus(): Promise<EngineStatus> {
  const [standing, groups, rebuilding] = await Promise.all([
    searchStanding(),
    db.searchDocument.groupBy({ by: ['kind'], _count: true }),
    isRebuilding(),
  ])
  const counted = new Map(groups.map(({ kind, _count }) => [kind, _count]))
  return {
    engine: env.searchEngine,
    degraded: standing.why,
    kinds: (Object.keys(KINDS) as Kind[]).map((kind) => ({ kind, documents: counted.get(kind) ?? 0 })),
    settings: settingsVersion,
    rebuilding,
    other: env.searchEngine === 'meilisearch' ? await findOther() : null,
  }
}

async function isRebuilding(): Promise<boolean> {
  const { rows } = await pool().query<{ n: number }>(
    `SELECT count(*)::int AS n FROM graphile_worker.jobs
     WHERE task_identifier = 'search.rebuild-asked' AND attempts < max_attempts`,
  )
  return (rows[0]?.n ?? 0) > 0
}

async function findOther(): Promise<OtherStatus> {
  const state = await readState()
  const { building, live, faults } = state
  const [waiting, fallbacks, done, parked] = await Promise.all([
    findWaiting(),
    readFallbacks(),
    building ? db.searchPush.count({ where: { pushed: building.tag } }) : 0,
    findParked(faults),
  ])
  return {
    server: state.server,
    index: live?.tag ?? '',
    current: isCurrent(state),
    ...waiting,
    building: building && { since: building.since, done, documents: await db.searchPush.count() },
    parked,
    fault: state.lastFault,
    verified: state.verified,
    fallbacks,
  }
}

async function findWaiting(): Promise<Pick<OtherStatus, 'waiting' | 'waitedSeconds'>> {
  const { rows } = await pool().query<{ waiting: number; seconds: number }>(
    `SELECT count(*)::int AS waiting, coalesce(extract(epoch FROM now() - min(since)), 0)::int AS seconds FROM (
       SELECT since FROM search_push WHERE pushed = ''
       UNION ALL SELECT removed_at FROM search_removed) waits`,
  )
  return { waiting: rows[0]?.waiting ?? 0, waitedSeconds: rows[0]?.seconds ?? 0 }
}

async function findParked(faults: EngineState['faults']): Promise<Parked[]> {
  const known = await db.searchDocument.findMany({
    where: { id: { in: Object.keys(faults) } },
    select: { id: true, title: true },
    orderBy: { id: 'asc' },
  })
  return known.flatMap(({ id, title }) => {
    const fault = faults[id]
    return fault ? [{ id, title, why: fault.why, next: fault.next }] : []
  })
}
