import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { now } from '@/lib/platform/clock'
import { db, pool } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import type { RoleName, SignedIn } from '@/lib/users/access'
import { tokensMax } from './limits'

export type Scope = 'read' | 'write'
/** Who sends a request with a token, and what that token may do. */
export type Caller = { viewer: SignedIn; token: { id: number; name: string; scope: Scope; endsWith: string } }
export type TokenRow = {
  id: number
  name: string
  scope: Scope
  endsWith: string
  createdAt: string
  lastUsedAt: string | null
}

const prefix = 'spc_'
const VALUE = /^spc_[A-Za-z0-9_-]{43}$/

/** Makes a token. Its value is answered here and never again: only a hash is kept. Refuses 'too-many'. */
export async function createToken(
  owner: { id: string },
  { name, scope }: { name: string; scope: Scope },
): Promise<Outcome<{ value: string }, 'too-many'>> {
  const held = await db.apiToken.count({ where: { personId: owner.id, revokedAt: null } })
  if (held >= tokensMax) return refused('too-many')

  const value = prefix + randomBytes(32).toString('base64url')
  const facts = { tokenHash: hashOf(value), endsWith: value.slice(-4) }
  await db.apiToken.create({ data: { personId: owner.id, name, scope, ...facts } })
  return done({ value })
}

/** The tokens of one person that still work, the newest first. */
export async function listTokens(viewer: SignedIn): Promise<TokenRow[]> {
  const rows = await db.apiToken.findMany({
    where: { personId: viewer.id, revokedAt: null },
    orderBy: { id: 'desc' },
  })
  return rows.map(({ id, name, scope, endsWith, createdAt, lastUsedAt }) => ({
    id,
    name,
    scope: scope as Scope,
    endsWith,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }))
}

/** Ends a token of one's own at once. Somebody else's looks like one that does not exist. */
export async function revokeToken(viewer: SignedIn, id: number): Promise<Outcome<null, 'not-found'>> {
  const { count } = await db.apiToken.updateMany({
    where: { id, personId: viewer.id, revokedAt: null },
    data: { revokedAt: now() },
  })
  return count ? done(null) : refused('not-found')
}

/** Whose token this is, read anew each time: a revoked token and a suspended person are nobody from that moment on. */
export async function findCaller(value: string): Promise<Caller | null> {
  if (!VALUE.test(value)) return null
  const { rows } = await pool().query<Row>({
    name: 'api-caller',
    text: `SELECT t.id AS token_id, t.name AS token_name, t.scope, t.ends_with, t.last_used_at,
        p.id, p.actor_id, p.name, p.handle, p.role, p.demonstration
      FROM api_token t JOIN person p ON p.id = t.person_id
      WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND p.suspended_at IS NULL`,
    values: [hashOf(value)],
  })
  const [row] = rows
  if (!row) return null
  await noteUse(row)
  return callerOf(row)
}

type Row = {
  token_id: number
  token_name: string
  scope: Scope
  ends_with: string
  last_used_at: Date | null
  id: string
  actor_id: string
  name: string
  handle: string
  role: RoleName
  demonstration: boolean
}

function callerOf(row: Row): Caller {
  const { id, actor_id: actorId, name, handle, role, demonstration } = row
  return {
    viewer: { id, actorId, sessionId: '', name, handle, role, demonstration },
    token: { id: row.token_id, name: row.token_name, scope: row.scope, endsWith: row.ends_with },
  }
}

/** Once a minute is enough to see which token is still in use. */
async function noteUse({ token_id, last_used_at }: Row) {
  const minuteAgo = new Date(now().getTime() - 60_000)
  if (last_used_at && last_used_at > minuteAgo) return
  await db.apiToken.updateMany({
    where: { id: token_id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: minuteAgo } }] },
    data: { lastUsedAt: now() },
  })
}

function hashOf(value: string): string {
  return createHash('sha256').update(value).digest('hex')
}
