// The web part: the page server, which holds finished pages, and behind it a Next server of its own that makes them.
// Several may run on one database (docs/serving.md).
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { openClock } from '../lib/platform/publication/clock.mjs'
import { finish, host, listen, port, refuseOpenDemonstration } from './lib/listening.mjs'
import { clientAddresses } from './lib/page-server/client-address.mjs'
import { startNextServer } from './lib/page-server/next-server.mjs'
import { createPageServer } from './lib/page-server/page-server.mjs'
import { createPageStore } from './lib/page-server/page-store.mjs'
import { openWay } from './lib/page-server/pass-on.mjs'
import { stopChildren } from './lib/processes.mjs'

const MB = 1024 * 1024
const running = {}
let stopping = false

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop)
refuseOpenDemonstration()
await serve(settings())
console.log(`Serving on http://${host}:${port}`)

async function serve({ maxBytes, addressOf }) {
  const secret = randomBytes(32).toString('hex')
  const way = openWay(await startNextServer({ secret, onEnd: endToo }))
  const store = createPageStore({ maxBytes })
  const { DATABASE_URL: databaseUrl, SITE_URL } = process.env
  const clock = openClock({ databaseUrl, kind: 'page-server', onEmptied: store.clear })
  const ourName = SITE_URL ? new URL(SITE_URL).host : `${host}:${port}`
  const server = createServer(createPageServer({ clock, store, way, secret, host: ourName, addressOf }))
  // Longer than load balancers keep a connection without using it: it is theirs to close.
  Object.assign(server, { requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: 75_000 })
  Object.assign(running, { way, clock, server })
  await listen(server, { host, port })
}

async function stop() {
  if (stopping) return
  stopping = true
  const { way, clock, server } = running
  if (server) {
    await finish(server)
    await clock.close()
    way.close()
  }
  await stopChildren()
  process.exit(0)
}

function endToo() {
  if (stopping) return
  console.error('The server that makes the pages ended, so this one ends too.')
  process.exit(1)
}

function settings() {
  try {
    const megabytes = Number(process.env.PAGES_MB || 256)
    if (!(megabytes > 0))
      throw new Error(`PAGES_MB is "${process.env.PAGES_MB}". Give a number of megabytes.`)
    return { maxBytes: megabytes * MB, addressOf: clientAddresses(process.env.PROXY_ADDRESSES) }
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
