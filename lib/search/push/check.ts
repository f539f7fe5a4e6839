import 'server-only'
import { log } from '@/lib/platform/log'
import { asked, enqueued, statusOf, writing } from '../engines/meilisearch/client'
import { liveIndex, nextIndex } from '../engines/meilisearch/settings'
import { madeAt } from './build'
import { type EngineState, noteState, readState } from './standing'

const everyMs = 30_000
const pruneEveryMs = 60 * 60_000
/** Tasks that were done so long ago tell nobody anything. */
const tasksKeptMs = 60 * 60_000

/** Looks, now and then, whether the server still has the index that answers: another or none is built anew. */
export async function checkIndex(state: EngineState, { now = Date.now() } = {}): Promise<EngineState> {
  if (!state.away && state.checkedAt && now - Date.parse(state.checkedAt) < everyMs) return state
  const change: Partial<EngineState> = {
    checkedAt: new Date(now).toISOString(),
    server: await versionOf(state.server),
  }
  if (state.live && !isOneOf(state, await madeAt(liveIndex()))) {
    log('warn', 'search index is not the one that was built', { index: state.live.tag })
    Object.assign(change, { live: null, lastFault: fault('The index was not on the server any more.', now) })
  }
  await noteState(change)
  return readState()
}

/** A key for our own indexes may not be told the version of the server; one for all may. */
async function versionOf(known: string): Promise<string> {
  try {
    const { pkgVersion } = await asked(() => writing().getVersion())
    return pkgVersion
  } catch (error) {
    if (statusOf(error) === 403) return known
    throw error
  }
}

/** The index that was built last may be in place already, and not yet noted. */
function isOneOf({ live, building }: EngineState, createdAt: string | null): boolean {
  return createdAt !== null && [live?.createdAt, building?.createdAt].includes(createdAt)
}

/** Clears away what the server notes of tasks long done: it refuses to write when it has noted too much. */
export async function pruneTasks(state: EngineState, { now = Date.now() } = {}): Promise<void> {
  if (state.prunedAt && now - Date.parse(state.prunedAt) < pruneEveryMs) return
  const beforeFinishedAt = new Date(now - tasksKeptMs).toISOString()
  await enqueued(() =>
    writing().tasks.deleteTasks({
      indexUids: [liveIndex(), nextIndex()],
      statuses: ['succeeded', 'failed', 'canceled'],
      beforeFinishedAt,
    }),
  )
  await noteState({ prunedAt: new Date(now).toISOString() })
}

export function fault(why: string, now: number) {
  return { at: new Date(now).toISOString(), why }
}
