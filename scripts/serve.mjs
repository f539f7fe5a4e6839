// The web part alone: an ordinary Next server behind a small guard of our own. Several may run on one database.
import { createServer } from 'node:http'
import next from 'next'
import { answerPlainly, BODY_REFUSALS, refusalOf, trustNothing, withOurStatus } from './lib/guard.mjs'
import { answerFromKept } from './lib/kept-pages.mjs'
import { withWholeBody } from './lib/whole-body.mjs'
import { withWholePage } from './lib/whole-page.mjs'

const host = process.env.HOST || '127.0.0.1'
const port = Number(process.env.PORT || 3000)
const dev = process.argv.includes('--dev')

if (process.env.DEMO === '1' && !isLoopback(host) && process.env.DEMO_SET_BY_HAND !== '1') {
  console.error(
    `The demonstration accounts have a public password, so ${host} is refused. Set DEMO=0, or DEMO=1 by hand if you mean it.`,
  )
  process.exit(1)
}

// next-auth builds its addresses from this.
process.env.NEXTAUTH_URL ||= process.env.SITE_URL || `http://${host}:${port}`

const app = next({ dev, hostname: host, port })
const handle = app.getRequestHandler()
await app.prepare()

const server = createServer((request, response) => {
  trustNothing(request)
  const refusal = refusalOf(request)
  if (refusal) return answerPlainly(response, refusal)
  if (request.method === 'POST' || request.method === 'PUT') return answerForm(request, response)
  if (answerFromKept(request, response)) return
  withWholePage(request, response)
  withOurStatus(request, response, () => handle(request, response))
})

async function answerForm(request, response) {
  const { refused, request: whole } = await withWholeBody(request).catch(() => ({ refused: 'broken' }))
  if (refused) return answerPlainly(response, BODY_REFUSALS[refused])
  withOurStatus(whole, response, () => handle(whole, response))
}
server.requestTimeout = 60_000
server.headersTimeout = 20_000
server.on('error', (error) => {
  const taken = error.code === 'EADDRINUSE'
  console.error(
    taken ? `Port ${port} is in use. Set PORT to a free one, such as PORT=${port + 1}.` : error.message,
  )
  process.exit(1)
})
server.listen(port, host, () => console.log(`Serving on http://${host}:${port}`))

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop)

function stop() {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), 5000).unref()
}

function isLoopback(name) {
  return name === 'localhost' || name === '::1' || /^127\./.test(name)
}
