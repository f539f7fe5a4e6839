import 'server-only'
import { log } from '@/lib/platform/log'
import { countRequest } from '@/lib/platform/rate-limit'
import { etagOfText, isKnown } from './conditions'
import { problemsIn } from './content'
import { identify } from './identify'
import type { AnyOperation, Call } from './operation'
import { invalid, problem } from './problems'
import type { Reply } from './reply'
import type { Caller } from './tokens'

type Context = { params: Promise<Record<string, string | string[]>> }
type Handler = (request: Request, context: Context) => Promise<Response>
type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'

/** The handlers of one address: what it can do, and a proper answer to everything else. */
export function endpoint(...operations: AnyOperation[]): Record<Method, Handler> {
  const reading = operations.some(({ method }) => method === 'GET')
  const allow = [...operations.map(({ method }) => method), ...(reading ? ['HEAD'] : []), 'OPTIONS'].join(
    ', ',
  )
  const handler =
    (method: Method): Handler =>
    async (request, context) => {
      const operation = operations.find((each) => each.method === (method === 'HEAD' ? 'GET' : method))
      if (!operation)
        return refusal(request, operations.length > 0 ? wrongMethod(allow) : problem('not-found'))
      const answer = await carryOut(operation, request, context)
      return method === 'HEAD' ? new Response(null, answer) : answer
    }
  return {
    GET: handler('GET'),
    HEAD: handler('HEAD'),
    POST: handler('POST'),
    PUT: handler('PUT'),
    PATCH: handler('PATCH'),
    DELETE: handler('DELETE'),
    OPTIONS: async () => new Response(null, { status: 204, headers: { Allow: allow, ...PREFLIGHT } }),
  }
}

/** Anybody's page may read, without credentials; what else a browser asks for first is not granted. */
const SHARED = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Retry-After' }
const PREFLIGHT = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': 'If-None-Match',
  'Access-Control-Max-Age': '86400',
}

async function carryOut(operation: AnyOperation, request: Request, context: Context): Promise<Response> {
  try {
    const identified = await identify(request, operation.access)
    const caller = identified.ok ? identified.caller : null
    const wait = await countRequest(
      operation.access === 'write' ? 'api-write' : 'api-read',
      nameOf(request, caller),
    )
    if (wait) return refusal(request, tooMany(wait))
    if (!identified.ok) return refusal(request, identified.reply)
    const call = await callOf(operation, { request, context, caller })
    return call.ok
      ? respond(request, await operation.handle(call.value), caller)
      : refusal(request, call.reply)
  } catch (error) {
    log('error', 'an answer of the API failed', { operation: operation.id, reason: (error as Error).message })
    return refusal(request, problem('outage'))
  }
}

type Asked = { request: Request; context: Context; caller: Caller | null }

async function callOf(operation: AnyOperation, { request, context, caller }: Asked) {
  const parsed = operation.query.safeParse(parametersOf(new URL(request.url)))
  if (!parsed.success) return { ok: false, reply: invalid(problemsIn(parsed.error.issues)) } as const
  const params = (await context.params) as Record<string, string>
  const value: Call<unknown> = { request, params, query: parsed.data, caller }
  return { ok: true, value } as const
}

/** One value a name; a name given twice is a list, which no parameter of ours accepts. */
function parametersOf({ searchParams }: URL): Record<string, string | string[]> {
  const names = [...new Set(searchParams.keys())]
  return Object.fromEntries(
    names.map((name) => {
      const values = searchParams.getAll(name)
      return [name, values.length === 1 ? (values[0] as string) : values]
    }),
  )
}

/** A person is counted by their account, anybody else by the address that our own server saw. */
function nameOf(request: Request, caller: Caller | null): string {
  return caller?.viewer.id ?? request.headers.get('x-client-address') ?? 'unknown'
}

function tooMany(seconds: number): Reply {
  return problem('too-many', { detail: `Wait ${seconds} seconds.` }, { 'Retry-After': String(seconds) })
}

function wrongMethod(allow: string): Reply {
  return problem('wrong-method', {}, { Allow: allow })
}

function respond(request: Request, reply: Reply, caller: Caller | null): Response {
  if (reply.problem || reply.status !== 200 || request.method === 'PUT') return refusal(request, reply)
  const text = JSON.stringify(reply.body)
  const etag = reply.headers?.ETag ?? etagOfText(text)
  const kept = caller ? 'private, no-cache' : 'public, max-age=0, must-revalidate'
  const headers = { 'Cache-Control': kept, Vary: 'Authorization', ...SHARED, ...reply.headers, ETag: etag }
  if (isKnown(request.headers, etag)) return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers } })
}

/** An answer that nobody should keep: a refusal, or what a change has come to. */
function refusal(request: Request, { status, body, headers, problem: isProblem }: Reply): Response {
  const type = isProblem ? 'application/problem+json' : 'application/json; charset=utf-8'
  const shared = ['GET', 'HEAD'].includes(request.method) ? SHARED : {}
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': type,
      'Cache-Control': 'no-store',
      Vary: 'Authorization',
      ...shared,
      ...headers,
    },
  })
}
