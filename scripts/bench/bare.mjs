// What everything is compared with: a bare Node HTTP server that has every answer ready, compressed where asked.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { gunzipSync } from 'node:zlib'

let answers = new Map()

const server = createServer(async (request, response) => {
  if (request.method === 'POST') for await (const _ of request);
  const answer = answers.get(request.url)
  if (!answer) return response.writeHead(404).end()
  const zipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  const { headers, body } = zipped ? answer.gzip : answer.identity
  response.writeHead(answer.status, headers)
  response.end(body)
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')

process.on('message', (pages) => {
  answers = new Map(pages.map((page) => [page.path, prepared(page)]))
  process.send({ port: server.address().port })
})
process.on('disconnect', () => process.exit(0))

function prepared({ status, body, zipped, location }) {
  const given = Buffer.from(body)
  const headers = { 'Content-Type': 'text/html; charset=utf-8', Vary: 'Accept-Encoding' }
  if (location) headers.Location = location
  const plain = zipped ? gunzipSync(given) : given
  const variant = (bytes, more) => ({
    headers: { ...headers, ...more, 'Content-Length': bytes.length },
    body: bytes,
  })
  return {
    status,
    identity: variant(plain),
    gzip: zipped ? variant(given, { 'Content-Encoding': 'gzip' }) : variant(given),
  }
}
