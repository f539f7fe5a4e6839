import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Document = {
  id: string
  version: number
  acl: string[]
  texts: Record<string, string>
  facets?: Record<string, string[]>
}
type Index = { createdAt: string; documents: Map<string, Document>; settings: Record<string, unknown> }
type Task = { uid: number; status: string; error: unknown }
type Body = Record<string, unknown>
export type IndexServer = Awaited<ReturnType<typeof anIndexServer>>

/**
 * A server that keeps indexes as Meilisearch does: documents, settings, tasks, swaps, and a plain search over them. For
 * what must be tried where no Meilisearch is. `refuses` names documents that it does not take.
 */
export async function anIndexServer() {
  const indexes = new Map<string, Index>()
  const state = { refuses: new Set<string>(), writes: 0, tasks: [] as Task[] }
  let made = 0
  const indexOf = (uid: string): Index => {
    const known = indexes.get(uid)
    if (known) return known
    const createdAt = new Date(Date.UTC(2026, 0, 1) + ++made).toISOString()
    const index = { createdAt, documents: new Map(), settings: {} }
    indexes.set(uid, index)
    return index
  }
  const enqueue = (error: unknown = null) => {
    const task = { uid: state.tasks.length, status: error ? 'failed' : 'succeeded', error }
    state.tasks.push(task)
    state.writes += 1
    return { status: 202, body: { taskUid: task.uid, status: 'enqueued' } }
  }
  const write = (uid: string, documents: Document[]) => {
    const refused = documents.find(({ id }) => state.refuses.has(id))
    if (refused) return enqueue(fault('invalid_document_fields', `Document ${refused.id} is refused.`))
    for (const document of documents) indexOf(uid).documents.set(document.id, document)
    return enqueue()
  }
  const change = (uid: string, parts: Partial<Document>[]) => {
    const { documents } = indexOf(uid)
    return write(
      uid,
      parts.map((part) => ({ ...documents.get(part.id ?? ''), ...part }) as Document),
    )
  }
  const create = (uid: string, settings: Body = {}) => {
    Object.assign(indexOf(uid).settings, settings)
    return enqueue()
  }
  const drop = (uid: string) => {
    indexes.delete(uid)
    return enqueue()
  }
  const swap = (pairs: { indexes: [string, string] }[]) => {
    for (const { indexes: pair } of pairs) {
      const [one, other] = pair.map((uid) => indexes.get(uid))
      for (const uid of pair) indexes.delete(uid)
      if (one) indexes.set(pair[1], one)
      if (other) indexes.set(pair[0], other)
    }
    return enqueue()
  }
  const remove = (uid: string, ids: string[]) => {
    for (const id of ids) indexOf(uid).documents.delete(id)
    return enqueue()
  }

  const routes: [string, RegExp, (uid: string, body: Body, query: URLSearchParams) => Answer][] = [
    ['GET', /^\/version$/, () => ok({ pkgVersion: 'stand-in' })],
    ['GET', /^\/tasks\/(\d+)$/, (uid) => ok({ ...state.tasks[Number(uid)] })],
    ['DELETE', /^\/tasks$/, () => enqueue()],
    ['POST', /^\/indexes$/, (_, { uid }) => create(String(uid))],
    ['POST', /^\/swap-indexes$/, (_, body) => swap(body as unknown as { indexes: [string, string] }[])],
    ['POST', /^\/multi-search$/, (_, body) => search(indexes, body as { queries: Query[] })],
    ['GET', /^\/indexes\/(\w+)$/, (uid) => found(indexes.get(uid), ({ createdAt }) => ({ uid, createdAt }))],
    ['DELETE', /^\/indexes\/(\w+)$/, (uid) => drop(uid)],
    ['PATCH', /^\/indexes\/(\w+)\/settings$/, (uid, body) => create(uid, body)],
    ['PUT', /^\/indexes\/(\w+)\/settings\/synonyms$/, () => enqueue()],
    ['PUT', /^\/indexes\/(\w+)\/documents$/, (uid, body) => change(uid, body as unknown as Document[])],
    ['GET', /^\/indexes\/(\w+)\/stats$/, (uid) => ok({ numberOfDocuments: indexOf(uid).documents.size })],
    ['POST', /^\/indexes\/(\w+)\/documents$/, (uid, body) => write(uid, body as unknown as Document[])],
    [
      'POST',
      /^\/indexes\/(\w+)\/documents\/delete-batch$/,
      (uid, body) => remove(uid, body as unknown as string[]),
    ],
    ['POST', /^\/indexes\/(\w+)\/documents\/fetch$/, (uid, body) => listed(indexOf(uid), body)],
    [
      'GET',
      /^\/indexes\/(\w+)\/documents$/,
      (uid, _, query) => listed(indexOf(uid), Object.fromEntries(query)),
    ],
  ]
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://stand-in.invalid')
    const body = await bodyOf(request)
    for (const [method, form, route] of routes) {
      const match = form.exec(url.pathname)
      if (match && method === request.method)
        return send(response, route(match[1] ?? '', body, url.searchParams))
    }
    send(response, { status: 501, body: fault('not_implemented', `${request.method} ${url.pathname}`) })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return { state, indexes, url: `http://127.0.0.1:${port}`, close }
}

type Answer = { status: number; body: unknown }
type Query = { indexUid: string; q: string; filter: string[]; page: number; hitsPerPage: number }

const ok = (body: unknown): Answer => ({ status: 200, body })

function found<Value>(value: Value | undefined, show: (value: Value) => unknown): Answer {
  return value ? ok(show(value)) : { status: 404, body: fault('index_not_found', 'No such index.') }
}

function fault(code: string, message: string) {
  return { code, message, type: 'invalid_request', link: '' }
}

function search(indexes: Map<string, Index>, { queries }: { queries: Query[] }): Answer {
  if (queries.some(({ indexUid }) => !indexes.has(indexUid)))
    return { status: 404, body: fault('index_not_found', 'No such index.') }
  return ok({ results: queries.map((query) => answerTo(query, indexes.get(query.indexUid) as Index)) })
}

function answerTo({ indexUid, q, filter, page, hitsPerPage }: Query, { documents }: Index) {
  const words = q.split(/[\s"]+/).filter(Boolean)
  const acl = namesIn(filter.find((text) => text.startsWith('acl IN')))
  const without = new Set(namesIn(filter.find((text) => text.startsWith('id NOT IN'))))
  const hits = [...documents.values()].filter((document) => {
    const has = new Set(Object.values(document.texts).flatMap((text) => text.split(' ')))
    return (
      words.every((word) => has.has(word)) &&
      document.acl.some((name) => acl.includes(name)) &&
      filter.every((text) => isUnder(document, text)) &&
      !without.has(document.id)
    )
  })
  const shown = hits.slice((page - 1) * hitsPerPage, page * hitsPerPage)
  const answer = { indexUid, totalHits: hits.length, facetDistribution: {}, facetStats: {} }
  return { ...answer, hits: shown.map(({ id, version }) => ({ id, version })) }
}

function isUnder({ facets = {} }: Document, expression: string): boolean {
  const [, facet] = /^facets\.(\w+) IN/.exec(expression) ?? []
  return facet === undefined || namesIn(expression).some((value) => facets[facet]?.includes(value))
}

function namesIn(expression = ''): string[] {
  return [...expression.matchAll(/"([^"]*)"/g)].map(([, name = '']) => name)
}

function listed({ documents }: Index, { offset = 0, limit = 20, filter }: Body): Answer {
  const wanted = filter
    ? namesIn(String(filter)).flatMap((id) => documents.get(id) ?? [])
    : [...documents.values()]
  const results = wanted.slice(Number(offset), Number(offset) + Number(limit))
  return ok({ results, offset, limit, total: wanted.length })
}

function send(response: ServerResponse, { status, body }: Answer) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<Body> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text ? JSON.parse(text) : {}
}
