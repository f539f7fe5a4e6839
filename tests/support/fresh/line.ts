import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type Line = Awaited<ReturnType<typeof aLine>>

/** A way to a database through this process, so that one of its clients can be cut off from it alone. */
export async function aLine(databaseUrl: string) {
  const far = new URL(databaseUrl)
  const pairs = new Set<[Socket, Socket]>()
  let state: 'open' | 'cut' | 'silent' = 'open'
  const server = createServer((near) => {
    near.on('error', () => near.destroy())
    if (state === 'cut') return near.destroy()
    const beyond = connect(Number(far.port || 5432), far.hostname)
    const pair: [Socket, Socket] = [near, beyond]
    pairs.add(pair)
    for (const socket of pair) {
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        pairs.delete(pair)
        for (const each of pair) each.destroy()
      })
    }
    if (state === 'open') join(pair)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const near = new URL(databaseUrl)
  near.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: near.href,
    /** Every connection breaks and none is taken, as when the database has gone. */
    cut() {
      state = 'cut'
      for (const pair of pairs) for (const socket of pair) socket.destroy()
    },
    /** Nothing passes any more and nobody is told, as when a network swallows everything. */
    silence() {
      state = 'silent'
      for (const [one, other] of pairs) {
        for (const socket of [one, other]) socket.unpipe().pause()
      }
    },
    mend() {
      state = 'open'
      for (const pair of pairs) join(pair)
    },
    async close() {
      this.cut()
      server.close()
      await once(server, 'close')
    },
  }
}

function join([one, other]: [Socket, Socket]) {
  one.pipe(other)
  other.pipe(one)
}
