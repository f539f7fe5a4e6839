import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('clock-peer.mjs', import.meta.url))
const running = new Set<ChildProcess>()

type Read = { slug: string; from: 'memory' | 'database' }

/** A process of its own that keeps pages in memory; it holds its lease when this resolves. */
export async function aPeer(databaseUrl = process.env.DATABASE_URL) {
  const child = fork(program, { env: { ...process.env, DATABASE_URL: databaseUrl }, execArgv: [] })
  running.add(child)
  const ask = async <Answer>(question: object): Promise<Answer> => {
    const answered = once(child, 'message')
    child.send(question)
    return (await answered)[0] as Answer
  }
  const peer = {
    read: (id: number) => ask<Read>({ ask: 'read', id }),
    holdsLeaseWithin: async (ms: number) => (await ask<{ holds: boolean }>({ ask: 'lease', ms })).holds,
    /** Resolves when it has begun to do something else, for so long, without a pause. */
    toil: (ms: number) => ask({ ask: 'toil', ms }),
    leave: () => ask({ ask: 'leave' }),
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
      running.delete(child)
    },
  }
  if (!(await peer.holdsLeaseWithin(10_000))) throw new Error('The peer got no lease within ten seconds.')
  return peer
}

export type Peer = Awaited<ReturnType<typeof aPeer>>

export async function endPeers(): Promise<void> {
  for (const child of running) {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  running.clear()
}
