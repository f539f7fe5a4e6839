import 'server-only'
import { createHash } from 'node:crypto'
import { keyMaxLength } from './limits'
import { problem } from './problems'
import type { Reply } from './reply'

type Read<Value> = { ok: true; value: Value } | { ok: false; reply: Reply }

export function etagOf(revision: number): string {
  return `"${revision}"`
}

/** A validator for an answer that no revision number stands for. */
export function etagOfText(text: string): string {
  return `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 24)}"`
}

/** The revision that a change was made on, from `If-Match`; 428 without it, 400 when it is anything else. */
export function readBase(headers: Headers): Read<number> {
  const given = headers.get('if-match')
  if (given === null) return { ok: false, reply: problem('no-base') }
  // Some proxies make validators weak when they compress; the number is the same.
  const digits = /^\s*(?:W\/)?"([1-9]\d{0,8})"\s*$/.exec(given)?.[1]
  if (digits) return { ok: true, value: Number(digits) }
  return {
    ok: false,
    reply: problem('unreadable', { detail: 'If-Match must be one ETag of ours, such as "3".' }),
  }
}

/** The key under which a save is kept, or none. */
export function readKey(headers: Headers): Read<string | undefined> {
  const key = headers.get('idempotency-key')
  if (key === null) return { ok: true, value: undefined }
  if (key.length <= keyMaxLength && /^[\x21-\x7e]+$/.test(key)) return { ok: true, value: key }
  const detail = `Idempotency-Key must be 1 to ${keyMaxLength} visible ASCII characters, without spaces.`
  return { ok: false, reply: problem('unreadable', { detail }) }
}

/** Whether the reader has this answer already. */
export function isKnown(headers: Headers, etag: string): boolean {
  const given = headers.get('if-none-match')
  if (given === null) return false
  const strong = (tag: string) => tag.trim().replace(/^W\//, '')
  return given.trim() === '*' || given.split(',').some((tag) => strong(tag) === strong(etag))
}
