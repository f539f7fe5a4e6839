// What the programs that listen have in common: where, what is refused there, and how they end.
import { isLoopback } from './environment.mjs'

const GRACE_MS = 5000

export const host = process.env.HOST || '127.0.0.1'
export const port = Number(process.env.PORT || 3000)

/** The demonstration accounts are open to this machine only, unless somebody says otherwise by hand. */
export function refuseOpenDemonstration() {
  if (process.env.DEMO !== '1' || isLoopback(host) || process.env.DEMO_SET_BY_HAND === '1') return
  console.error(
    `The demonstration accounts have a public password, so ${host} is refused. Set DEMO=0, or DEMO=1 by hand if you mean it.`,
  )
  process.exit(1)
}

/** Listens, or says why not and ends. */
export async function listen(server, where) {
  await new Promise((resolve) => {
    server.once('error', (error) => {
      const taken = error.code === 'EADDRINUSE'
      console.error(
        taken
          ? `Port ${where.port} is in use. Set PORT to a free one, such as PORT=${where.port + 1}.`
          : error.message,
      )
      process.exit(1)
    })
    server.listen(where, resolve)
  })
}

/** Takes no more connections and resolves when every request under way is answered, or after five seconds. */
export function finish(server) {
  return new Promise((resolve) => {
    // Whoever keeps a connection open is told that this answer is the last one on it.
    server.prependListener('request', (_request, response) => {
      response.shouldKeepAlive = false
    })
    server.close(resolve)
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    server.closeIdleConnections()
    setTimeout(resolve, GRACE_MS).unref()
    server.once('close', () => clearInterval(idle))
  })
}
