import 'server-only'
import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type Prisma, PrismaClient } from '@/prisma/generated/client'
import { env } from './env'
import { log } from './log'

export { Prisma } from '@/prisma/generated/client'
export { PageKind, Role } from '@/prisma/generated/enums'

/** A running transaction: the first argument of every step that must not happen alone. */
export type Tx = Prisma.TransactionClient

// Kept on globalThis because the development server loads this module again on every change.
const kept = globalThis as { cupboardPool?: pg.Pool; cupboardDb?: PrismaClient }

export function pool(): pg.Pool {
  kept.cupboardPool ??= openPool()
  return kept.cupboardPool
}

function openPool(): pg.Pool {
  const opened = new pg.Pool({ connectionString: env.databaseUrl, max: 12 })
  // A connection lost while idle must not end the process: the pool opens another for the next query.
  const lost = (error: Error) => log('warn', 'database connection lost', { reason: error.message })
  opened.on('error', lost)
  opened.on('connect', (client) => client.on('error', lost))
  return opened
}

function connect(): PrismaClient {
  // A burst of savers waits for a connection rather than failing.
  const transactionOptions = { maxWait: 30_000, timeout: 30_000 }
  return new PrismaClient({
    adapter: new PrismaPg(pool(), { disposeExternalPool: false, statementNameGenerator: nameOf }),
    transactionOptions,
  })
}

/** What a raw statement begins with that every save sends: each connection then plans it once, not each time. */
export const PREPARED = '/* prepared */'

/** The name under which a connection keeps a statement; none for those of Prisma, of which there are too many kinds. */
function nameOf({ sql }: { sql: string }): string {
  return sql.startsWith(PREPARED) ? statementName(sql) : ''
}

/** A name for a statement of this text, which a connection then plans once. */
export function statementName(text: string): string {
  return createHash('sha1').update(text).digest('hex')
}

/** The database, connected on first use. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, property) {
    kept.cupboardDb ??= connect()
    const value = Reflect.get(kept.cupboardDb, property)
    return typeof value === 'function' ? value.bind(kept.cupboardDb) : value
  },
})

/** Closes every connection, so that a script can end. */
export async function disconnect(): Promise<void> {
  await kept.cupboardDb?.$disconnect()
  await kept.cupboardPool?.end()
  kept.cupboardDb = undefined
  kept.cupboardPool = undefined
}
