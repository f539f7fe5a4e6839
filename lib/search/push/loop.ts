import 'server-only'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { pushRound } from './round'

const everyMs = 1000
const awayMs = 5000

/**
 * Pushes what changes to the other engine, a second at a time, until the returned function is called and the batch under
 * way is done. Saves never wait for it, nor know of it. Does nothing where PostgreSQL is the engine.
 */
export function startPushing({ onDrift }: { onDrift: () => Promise<void> }): () => Promise<void> {
  if (env.searchEngine !== 'meilisearch') return async () => {}
  const stopping = new AbortController()
  let wake = () => {}
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, stopping.signal.aborted ? 0 : ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const turn = async () => {
    const { outcome, drift } = await pushRound(stopping.signal)
    if (drift) await onDrift()
    return outcome === 'away' ? awayMs : everyMs
  }
  const running = (async () => {
    while (!stopping.signal.aborted)
      await pause(
        await turn().catch((error: Error) => {
          // The database is away, then: the next turn asks it again.
          log('warn', 'nothing was pushed to the search engine', { reason: error.message })
          return awayMs
        }),
      )
  })()
  return async () => {
    stopping.abort()
    wake()
    await running
  }
}
