import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { savedMax } from '@/lib/search/limits'
import { namesOf } from './names'
import type { WatchKind } from './vocabulary'
import { removeWatch } from './watches'

/** What one press stops: one thing watched, or all mail about what is watched. */
export type Stopping = { kind: WatchKind; ref: string } | 'all'

const SEALED = z.tuple([z.uuid(), z.string().max(savedMax + 20)])

/** A key that needs no sign-in and never expires: it says whose mail and what of it, and only we can make it. */
export function unsubscribeToken(personId: string, stopping: Stopping): string {
  const what = stopping === 'all' ? 'all' : `${stopping.kind}:${stopping.ref}`
  const body = Buffer.from(JSON.stringify([personId, what])).toString('base64url')
  return `${body}.${seal(body)}`
}

/** Stops what the token names, for the person it names. Refuses a token that we did not make. */
export async function unsubscribe(token: string): Promise<Outcome<null, 'unknown'>> {
  const read = readToken(token)
  if (!read) return refused('unknown')
  const { personId, stopping } = read
  if (stopping === 'all')
    await db.person.updateMany({ where: { id: personId }, data: { mailFrequency: 'never' } })
  else await removeWatch({ id: personId }, stopping)
  return done(null)
}

/** In words, what a token stops: a name, 'all', or null for a token that is not ours. */
export async function stoppedBy(token: string): Promise<{ name: string } | 'all' | null> {
  const read = readToken(token)
  if (!read) return null
  if (read.stopping === 'all') return 'all'
  const { kind, ref } = read.stopping
  return { name: (await namesOf([read.stopping])).get(`${kind}:${ref}`)?.name ?? 'a page that is no more' }
}

function readToken(token: string): { personId: string; stopping: Stopping } | null {
  const [body = '', given = ''] = token.split('.')
  const [ours, theirs] = [Buffer.from(seal(body)), Buffer.from(given)]
  if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) return null
  const [personId, what] = SEALED.parse(JSON.parse(Buffer.from(body, 'base64url').toString()))
  return { personId, stopping: stoppingOf(what) }
}

/** "category:D10" as what one press stops; what is watched by nobody, such as an answer to a comment, stops all. */
export function stoppingOf(reason: string): Stopping {
  const [, kind, ref] = /^(page|category|organisation|search|law):(.+)$/s.exec(reason) ?? []
  return kind && ref ? { kind: kind as WatchKind, ref } : 'all'
}

function seal(body: string): string {
  return createHmac('sha256', env.authSecret).update(`unsubscribe ${body}`).digest('base64url').slice(0, 32)
}
