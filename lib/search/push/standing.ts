import 'server-only'
import { pool } from '@/lib/platform/db'

const ENGINE = 'meilisearch'

/** A document that the engine refused: which version, how often, why, and when it is tried again (never: null). */
export type Fault = { version: number; tries: number; why: string; next: string | null }

/** How the other engine stands, as whoever pushes last noted it. */
export type EngineState = {
  /** The index that answers searches: its version, and when Meilisearch made it. */
  live: { tag: string; createdAt: string } | null
  building: { tag: string; createdAt: string; since: string } | null
  /** How many indexes were ever begun: each has a number in its version. */
  builds: number
  /** When somebody asked for a new index. */
  asked: string | null
  /** What the synonyms of the live index were made from. */
  synonyms: string
  /** The server cannot be reached or cannot write. */
  away: { since: string; why: string } | null
  lastFault: { at: string; why: string } | null
  faults: Record<string, Fault>
  checkedAt: string | null
  prunedAt: string | null
  verified: { at: string; documents: number; differences: number } | null
  server: string
}

const NOTHING: EngineState = {
  live: null,
  building: null,
  builds: 0,
  asked: null,
  synonyms: '',
  away: null,
  lastFault: null,
  faults: {},
  checkedAt: null,
  prunedAt: null,
  verified: null,
  server: '',
}

export async function readState(): Promise<EngineState> {
  const { rows } = await pool().query<{ state: Partial<EngineState> }>({
    name: 'search-engine-state',
    text: 'SELECT state FROM search_engine WHERE engine = $1',
    values: [ENGINE],
  })
  return { ...NOTHING, ...rows[0]?.state }
}

/** Notes what has changed; everything else stays as others may have noted it. */
export async function noteState(change: Partial<EngineState>): Promise<void> {
  await pool().query(
    `INSERT INTO search_engine (engine, state) VALUES ($1, $2)
     ON CONFLICT (engine) DO UPDATE SET state = search_engine.state || excluded.state`,
    [ENGINE, JSON.stringify(change)],
  )
}

/** Has the index built anew: whoever pushes begins with it, and the old one answers until the new one is whole. */
export async function askForRebuild(): Promise<void> {
  await noteState({ asked: new Date().toISOString() })
}

/** More ids than a query can leave out by name. */
export const removedMax = 1000

export type Standing = {
  /** An index is there to be asked. */
  live: boolean
  away: boolean
  /** How long the oldest change has waited. */
  waitedMs: number
  /** Ids that it would still find and must not for this reader: taken out, or open to fewer people, since it was told. */
  removed: string[]
}

/** What a search with this access must know before it asks the engine: read each time, in one go. */
export async function readStanding(acl: string[]): Promise<Standing> {
  const { rows } = await pool().query<{ live: boolean; away: boolean; waited: number; removed: string[] }>({
    name: 'search-engine-standing',
    text: `WITH engine AS (SELECT state FROM search_engine WHERE engine = $1),
      parked AS (SELECT jsonb_object_keys(state -> 'faults') AS id FROM engine),
      oldest AS (SELECT least(
        (SELECT min(since) FROM search_push WHERE pushed = '' AND id NOT IN (SELECT id FROM parked)),
        (SELECT min(removed_at) FROM search_removed WHERE id NOT IN (SELECT id FROM parked))) AS since)
      SELECT coalesce((SELECT state -> 'live' <> 'null' FROM engine), false) AS live,
        coalesce((SELECT state -> 'away' <> 'null' FROM engine), false) AS away,
        coalesce((SELECT extract(epoch FROM clock_timestamp() - since) * 1000 FROM oldest), 0)::float8 AS waited,
        ARRAY(SELECT id FROM search_removed r
          WHERE NOT EXISTS (SELECT FROM search_document d WHERE d.id = r.id AND d.acl && $2::text[])
          LIMIT ${removedMax + 1}) AS removed`,
    values: [ENGINE, acl],
  })
  const row = rows[0]
  return {
    live: row?.live ?? false,
    away: row?.away ?? false,
    waitedMs: row?.waited ?? 0,
    removed: row?.removed ?? [],
  }
}
