import 'server-only'
import { now } from '../clock'
import { db, pool } from '../db'
import { log } from '../log'
import { identityOf, type WrittenMail } from './compose'
import { forgetHandOver, wasHandedOver } from './handed-over'
import { type Try, trySending } from './send'

const keptTryingMs = 3 * 24 * 60 * 60 * 1000
const UNSENT = { in: ['waiting', 'sending'] }

/** Sends a mail, after those that were written to the same address before it. Trouble is noted and tried again. */
export async function deliverMail({ mailId }: { mailId: number }): Promise<void> {
  const mail = await db.mail.findUnique({ where: { id: mailId }, select: { toAddress: true, state: true } })
  if (mail && UNSENT.in.includes(mail.state)) await deliverTo(mail.toAddress)
}

/** Sends whatever waits, the longest waiting first; stops at the first sign that the mail server is down. */
export async function deliverWaiting(): Promise<void> {
  const addresses = await db.mail.groupBy({
    by: ['toAddress'],
    where: { state: UNSENT },
    _min: { id: true },
    orderBy: { _min: { id: 'asc' } },
  })
  for (const { toAddress } of addresses) if ((await deliverTo(toAddress)) === 'down') return
}

/** One sender at a time for each address keeps the order, and keeps two workers off one mail. */
async function deliverTo(address: string): Promise<'done' | 'down'> {
  for (;;) {
    const ended = await alone(`mail to ${address}`, () => sendInOrder(address))
    if (ended === 'busy') return 'done'
    if (ended !== 'done') return ended === 'down' ? 'down' : 'done'
    // A mail written while we were the sender found us busy: it is ours to send.
    if (!(await firstTo(address))) return 'done'
  }
}

async function sendInOrder(address: string): Promise<'done' | 'later' | 'down'> {
  for (;;) {
    const mail = await firstTo(address)
    if (!mail) return 'done'
    const { kind } = await send(mail)
    if (kind === 'later' || kind === 'down') return kind
  }
}

function firstTo(toAddress: string) {
  return db.mail.findFirst({ where: { toAddress, state: UNSENT }, orderBy: { id: 'asc' } })
}

async function send(mail: WrittenMail & { state: string }): Promise<Try> {
  const identity = identityOf(mail.key)
  if (mail.state === 'sending' && wasHandedOver(identity)) return settle(mail, { kind: 'sent' })

  // A mark from before this try, such as from another database, says nothing about this mail.
  forgetHandOver(identity)
  await db.mail.update({ where: { id: mail.id }, data: { state: 'sending' } })
  return settle(mail, await trySending(mail))
}

async function settle(mail: WrittenMail, tried: Try): Promise<Try> {
  const result = tooOld(mail) && tried.kind === 'later' ? { ...tried, kind: 'dropped' as const } : tried
  if (result.kind === 'sent')
    await db.mail.update({ where: { id: mail.id }, data: { state: 'sent', problem: '', sentAt: now() } })
  else {
    const state = result.kind === 'dropped' ? 'dropped' : 'waiting'
    await db.mail.update({ where: { id: mail.id }, data: { state, problem: result.problem } })
    log('warn', 'mail not sent', { mail: mail.id, result: result.kind })
  }
  forgetHandOver(identityOf(mail.key))
  return result
}

function tooOld({ createdAt }: WrittenMail): boolean {
  return now().getTime() - createdAt.getTime() > keptTryingMs
}

/** Runs the work while nobody else in any process runs work of this name; the database frees it if we are killed. */
async function alone<Value>(name: string, work: () => Promise<Value>): Promise<Value | 'busy'> {
  const client = await pool().connect()
  const lock = async (call: string) => {
    const { rows } = await client.query<{ ok: boolean }>(`SELECT ${call}(hashtextextended($1, 0)) AS ok`, [
      name,
    ])
    return rows[0]?.ok ?? false
  }
  let broken = true
  try {
    if (!(await lock('pg_try_advisory_lock'))) {
      broken = false
      return 'busy'
    }
    const value = await work()
    await lock('pg_advisory_unlock')
    broken = false
    return value
  } finally {
    // A connection that still holds the lock is closed rather than given back.
    client.release(broken)
  }
}
