import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line to the database that can fall silent without ending, or lose notifications on the way. */
export async function aWire(databaseUrl: string) {
  const [target, near] = [new URL(databaseUrl), new URL(databaseUrl)]
  const sockets = new Set<Socket>()
  let silent = false
  let deaf = false
  const server = createServer((caller) => {
    const far = connect(Number(target.port), target.hostname)
    for (const socket of [caller, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
    }
    caller.on('data', (data) => silent || far.write(data))
    far.on('data', (data) => silent || caller.write(deaf ? withoutNotifications(data) : data))
    caller.on('close', () => far.destroy())
    far.on('close', () => caller.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  near.hostname = '127.0.0.1'
  near.port = String((server.address() as AddressInfo).port)
  return {
    url: near.href,
    silence: () => {
      silent = true
    },
    dropNotifications: () => {
      deaf = true
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

export type Wire = Awaited<ReturnType<typeof aWire>>

/** Messages of PostgreSQL: a letter, then the length of the rest with itself. */
function withoutNotifications(data: Buffer): Buffer {
  const kept: Buffer[] = []
  for (let at = 0; at < data.length; ) {
    const end = at + 1 + data.readUInt32BE(at + 1)
    if (data[at] !== 'A'.charCodeAt(0)) kept.push(data.subarray(at, end))
    at = end
  }
  return Buffer.concat(kept)
}
