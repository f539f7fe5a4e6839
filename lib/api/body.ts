import 'server-only'
import type { z } from 'zod'
import { problemsIn } from './content'
import { bodyMaxBytes, listMax, nestingMax, valuesMax } from './limits'
import { invalid, problem } from './problems'
import type { Reply } from './reply'

type Read<Value> = { ok: true; value: Value } | { ok: false; reply: Reply }

/** The JSON that was sent, in the shape of a schema; or 400, 413, 415 or 422. */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Read<z.output<Schema>>> {
  if (!isJson(request.headers)) return refuse(problem('not-json'))
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength > bodyMaxBytes) return refuse(problem('too-large'))
  const read = parse(bytes)
  if (!read) return refuse(problem('unreadable', { detail: 'The body is not JSON in UTF-8.' }))
  const tangle = tangleOf(read.value)
  if (tangle) return refuse(invalid([{ path: 'body', message: tangle }]))

  const parsed = schema.safeParse(read.value)
  if (parsed.success) return { ok: true, value: parsed.data }
  return refuse(invalid(problemsIn(parsed.error.issues)))
}

function refuse(reply: Reply): { ok: false; reply: Reply } {
  return { ok: false, reply }
}

function isJson(headers: Headers): boolean {
  const type = (headers.get('content-type') ?? '').toLowerCase()
  const encoding = headers.get('content-encoding') ?? 'identity'
  return (
    /^application\/(?:json|[\w.+-]+\+json)\s*(?:;\s*charset="?utf-8"?\s*)?$/.test(type) &&
    encoding === 'identity'
  )
}

function parse(bytes: ArrayBuffer): { value: unknown } | null {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    // Bytes that are no UTF-8, or text that is no JSON: the answer says so.
    return null
  }
}

/** Why a body is not even looked at: no case study nests so deeply or holds so much. */
function tangleOf(value: unknown): string | null {
  let left = valuesMax
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    const entries: unknown[] = Array.isArray(next.value) ? next.value : Object.values(next.value)
    left -= entries.length
    if (next.depth >= nestingMax) return `It may nest ${nestingMax} deep at most`
    if (entries.length > listMax) return `A list or object may have ${listMax} entries at most`
    if (left < 0) return `It may hold ${valuesMax} values at most`
    for (const entry of entries) waiting.push({ value: entry, depth: next.depth + 1 })
  }
  return null
}
