// The pages themselves: an ordinary Next server behind a small guard of our own. In service the page server
// (scripts/serve.mjs) stands before it and alone knows the secret; by itself, as in development, it answers readers too.
import { createServer } from 'node:http'
import next from 'next'
import { ourClock } from '../lib/platform/publication/ours.mjs'
import { withOurStatus } from './lib/guard.mjs'
import { finish, host, listen, port, refuseOpenDemonstration } from './lib/listening.mjs'
import { withPlainAnswer } from './lib/plain-answer.mjs'
import { answerPlainly, BODY_REFUSALS, refusalOf, trustNothing } from './lib/refuse.mjs'
import { withWholeBody } from './lib/whole-body.mjs'
import { withWholePage } from './lib/whole-page.mjs'

const dev = process.argv.includes('--dev')
const secret = process.env.CUPBOARD_SECRET
delete process.env.CUPBOARD_SECRET
refuseOpenDemonstration()

// next-auth builds its addresses from this.
process.env.NEXTAUTH_URL ||= process.env.SITE_URL || `http://${host}:${port}`

// Connected before the first request.
ourClock()
const app = next({ dev, hostname: host, port })
const handle = app.getRequestHandler()
await app.prepare()

const server = createServer((request, response) => {
  trustNothing(request, secret)
  const refusal = refusalOf(request)
  if (refusal) return answerPlainly(response, refusal)
  if (request.method === 'POST' || request.method === 'PUT') return answerForm(request, response)
  if (!dev) withPlainAnswer(request, response)
  withWholePage(request, response)
  withOurStatus(request, response, () => handle(request, response))
})

async function answerForm(request, response) {
  const { refused, request: whole } = await withWholeBody(request).catch(() => ({ refused: 'broken' }))
  if (refused) return answerPlainly(response, BODY_REFUSALS[refused])
  withOurStatus(whole, response, () => handle(whole, response))
}

if (secret) await listenForPageServer()
else {
  server.requestTimeout = 60_000
  server.headersTimeout = 20_000
  await listen(server, { host, port })
  console.log(`Serving on http://${host}:${port}`)
}

async function listenForPageServer() {
  // It keeps its own time with readers, and closes connections that it no longer needs.
  Object.assign(server, { requestTimeout: 0, keepAliveTimeout: 0 })
  await listen(server, { host: '127.0.0.1', port: 0 })
  process.send({ port: server.address().port })
  process.once('disconnect', stop)
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop)

async function stop() {
  await finish(server)
  await ourClock()?.close()
  process.exit(0)
}
