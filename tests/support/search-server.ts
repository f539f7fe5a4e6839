import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How a server in place of Meilisearch behaves. 'answer': with `hits`, `total` and no counts. */
export type SearchManner = 'answer' | 'slow' | 'overloaded' | 'broken' | 'words' | 'no-index' | 'strangers'
export type SearchServer = Awaited<ReturnType<typeof aSearchServer>>

type Query = { indexUid: string; hitsPerPage: number; filter: string[] }

/** A server on this machine that speaks as Meilisearch does, or fails as it might. `manner` may be changed at any time. */
export async function aSearchServer({ manner = 'answer' as SearchManner } = {}) {
  const state = { manner, hits: [] as string[], total: 0, searches: 0, asked: [] as Query[] }
  const server = createServer(async (request, response) => {
    const body = await textOf(request)
    if (request.url === '/multi-search') return search(body, response)
    answer(response, 200, request.url === '/health' ? { status: 'available' } : {})
  })
  const search = (body: string, response: ServerResponse) => {
    const { queries } = JSON.parse(body) as { queries: Query[] }
    state.searches += 1
    state.asked = queries
    const { manner: now } = state
    if (now === 'slow') return void setTimeout(() => answer(response, 200, {}), 5000).unref()
    if (now === 'overloaded') return answer(response, 503, fault('internal', 'too_many_search_requests'))
    if (now === 'no-index') return answer(response, 404, fault('invalid_request', 'index_not_found'))
    if (now === 'broken') return void response.destroy()
    if (now === 'words') return void response.end('<h1>Welcome</h1>')
    const strange = Array.from({ length: 20 }, (_, place) => `case-${900_000 + place}`)
    const ids = now === 'strangers' ? strange : state.hits
    const total = now === 'strangers' ? strange.length : state.total || ids.length
    answer(response, 200, { results: queries.map((query) => resultOf(query, ids, total)) })
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return { state, url: `http://127.0.0.1:${port}`, close }
}

function resultOf({ indexUid, hitsPerPage }: Query, ids: string[], totalHits: number) {
  const hits = ids.slice(0, hitsPerPage).map((id) => ({ id, version: 1 }))
  return { indexUid, hits, query: '', processingTimeMs: 1, totalHits, facetDistribution: {}, facetStats: {} }
}

function fault(type: string, code: string) {
  return { message: 'As a server says that cannot.', code, type, link: '' }
}

function answer(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
