import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

export type Gate = Awaited<ReturnType<typeof aGate>>

/** A door before a server: shut, it is as if the server were down. The address stays the same. */
export async function aGate(target: string) {
  const { hostname, port: targetPort } = new URL(target)
  const open = new Set<Socket>()
  let shut = false
  const server = createServer((client) => {
    if (shut) return void client.destroy()
    const beyond = connect({ host: hostname, port: Number(targetPort) })
    for (const [one, other] of [
      [client, beyond],
      [beyond, client],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => open.delete(one))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${port}`,
    shut() {
      shut = true
      cut()
    },
    open() {
      shut = false
    },
    async close() {
      cut()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
