import 'server-only'
import type pg from 'pg'
import { log } from '@/lib/platform/log'
import { liveIndex } from '../engines/meilisearch/settings'
import { markPushed, readBatch } from './batch'
import { beginBuild, finishBuild, hasTheirNumber, isCurrent } from './build'
import { checkIndex, fault, pruneTasks } from './check'
import { faultsAfter, resting } from './faults'
import { asOnlyWriter } from './lock'
import { send } from './send'
import { type EngineState, noteState, readState } from './standing'
import { refreshSynonyms } from './synonyms'

/** `busy`: another process pushes. `away`: the server cannot be reached or cannot write, and nothing is lost. */
export type Round = { outcome: 'done' | 'away' | 'busy'; pushed: number; drift: boolean }

/**
 * Brings the other engine up to date: builds an index where there is none of today's settings or one was asked for,
 * sends what waits, batch by batch, and returns when nothing does. One process at a time, each batch waited for before
 * the next, so that no late writing can bring back an old text. `signal` ends it after the batch under way; the next
 * round goes on from there.
 */
export async function pushRound(signal?: AbortSignal): Promise<Round> {
  const result = await asOnlyWriter(async (client): Promise<Round> => {
    try {
      return { outcome: 'done', ...(await pushAll(client, signal)) }
    } catch (error) {
      await noteAway(error as Error)
      return { outcome: 'away', pushed: 0, drift: false }
    }
  })
  return result ?? { outcome: 'busy', pushed: 0, drift: false }
}

async function pushAll(
  client: pg.ClientBase,
  signal?: AbortSignal,
): Promise<{ pushed: number; drift: boolean }> {
  let state = await checkIndex(await readState())
  if (!state.building && (!isCurrent(state) || state.asked)) {
    await beginBuild(client, state)
    state = await readState()
  }
  const pushed = await pushWaiting(client, state, signal)
  if (signal?.aborted) return { pushed, drift: false }
  if (state.building) await finishBuild(client)
  else await refreshSynonyms(state, pushed > 0)
  state = await readState()
  // What waited while the indexes were changed, or came meanwhile, is for the next round.
  const counted = pushed === 0 && !state.building && isDue(state)
  const drift =
    counted &&
    state.live !== null &&
    !(await hasTheirNumber(client, { tag: state.live.tag, index: liveIndex() }))
  await pruneTasks(state)
  if (state.away) {
    log('info', 'search engine is back', { since: state.away.since })
    await noteState({ away: null })
  }
  return { pushed, drift }
}

/** The number of documents is looked at as often as the index itself. */
let countedFor = ''
function isDue({ checkedAt }: EngineState): boolean {
  if (checkedAt === countedFor) return false
  countedFor = checkedAt ?? ''
  return true
}

/** While people keep editing there is always something that waits: after so long other things have their turn. */
const turnMs = 5000

async function pushWaiting(client: pg.ClientBase, start: EngineState, signal?: AbortSignal): Promise<number> {
  let { faults } = start
  const tag = start.building?.tag ?? start.live?.tag
  if (!tag) return 0
  const ends = Date.now() + turnMs
  const sentIds = new Set<string>()
  for (let pushed = 0; ; ) {
    const batch = await readBatch(client, tag, resting(faults, Date.now()))
    if (batch.documents.length === 0 && !batch.removed.some(({ gone }) => gone)) {
      await markPushed(client, { tag, sent: [], removed: batch.removed })
      return pushed
    }
    const sent = await send(batch, { live: start.live !== null, next: start.building !== null })
    await markPushed(client, { tag, sent: sent.taken, removed: batch.removed })
    const left = faultsAfter(faults, sent, Date.now())
    if (JSON.stringify(left) !== JSON.stringify(faults)) await noteFaults(left, sent.refused[0]?.why)
    faults = left
    pushed += sent.taken.length + sent.gone.length
    for (const { id } of sent.taken) sentIds.add(id)
    const mayEnd = start.building ? await isWhole(client, tag, sentIds) : Date.now() > ends
    if (mayEnd || signal?.aborted) return pushed
  }
}

/** A new index is whole when whatever still waits is in it already, as it was a moment ago. */
async function isWhole(client: pg.ClientBase, tag: string, sentIds: Set<string>): Promise<boolean> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM search_push WHERE pushed < $1 LIMIT 1000',
    [tag],
  )
  return rows.length < 1000 && rows.every(({ id }) => sentIds.has(id))
}

async function noteFaults(faults: EngineState['faults'], why: string | undefined): Promise<void> {
  await noteState({ faults, ...(why ? { lastFault: fault(why, Date.now()) } : {}) })
}

async function noteAway(error: Error): Promise<void> {
  const why = reasonOf(error)
  const { away } = await readState()
  if (!away) log('warn', 'search engine is away', { reason: why })
  const now = Date.now()
  await noteState({
    away: { since: away?.since ?? new Date(now).toISOString(), why },
    lastFault: fault(why, now),
  })
}

/** What happened, without addresses and keys: "fetch failed: connect ECONNREFUSED". */
function reasonOf(error: Error): string {
  const causes: string[] = []
  for (let at: unknown = error; at instanceof Error && causes.length < 4; at = at.cause)
    causes.push(at.message)
  return causes
    .join(': ')
    .replace(/https?:\/\/\S+/g, 'the server')
    .slice(0, 300)
}
