import 'server-only'
import { waitsForReview } from '@/lib/review/access'
import type { AnyOperation } from './operation'
import { problem } from './problems'
import type { Reply } from './reply'
import { type Caller, findCaller } from './tokens'

type Identified = { ok: true; caller: Caller | null } | { ok: false; reply: Reply }

const realm = 'Bearer realm="Sustainable Procurement Cupboard"'

/** Whose token a request carries, if any, and whether that is enough. Cookies are never looked at. */
export async function identify(request: Request, access: AnyOperation['access']): Promise<Identified> {
  const header = request.headers.get('authorization')
  const value = /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1]
  const caller = value ? await findCaller(value) : null
  if (header !== null && !caller)
    return refuse(problem('unknown-token', {}, { 'WWW-Authenticate': `${realm}, error="invalid_token"` }))
  if (access !== 'open' && !caller) return refuse(problem('no-token', {}, { 'WWW-Authenticate': realm }))
  if (access === 'write' && caller && caller.token.scope !== 'write') return refuse(readOnly())
  if (access === 'write' && caller && waitsForReview(caller.viewer))
    return refuse(problem('waits-for-review'))
  return { ok: true, caller }
}

function readOnly(): Reply {
  return problem(
    'read-only',
    {},
    { 'WWW-Authenticate': `${realm}, error="insufficient_scope", scope="write"` },
  )
}

function refuse(reply: Reply): Identified {
  return { ok: false, reply }
}
