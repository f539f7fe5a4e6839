import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { emit } from './emit'

export type Letter = {
  /** Tells this mail apart from every other for good: writing it down twice sends it once. */
  key: string
  personId?: string
  to: { name: string; address: string }
  replyTo?: string
  subject: string
  text: string
  html?: string
  /** Where one POST stops mail of this kind (RFC 8058). */
  unsubscribe?: string
}

/**
 * Writes a mail down in the transaction of what it tells, to be sent once by the worker. Returns its id, or null when
 * a mail with this key was written before.
 */
export async function writeMail(tx: Tx, letter: Letter): Promise<number | null> {
  const { key, personId = null, to, replyTo = '', subject, text, html = '', unsubscribe = '' } = letter
  const [written] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO mail (key, person_id, to_name, to_address, reply_to, subject, text, html, unsubscribe)
    VALUES (${key}, ${personId}::uuid, ${to.name}, ${to.address}, ${replyTo}, ${subject}, ${text}, ${html}, ${unsubscribe})
    ON CONFLICT (key) DO NOTHING RETURNING id`
  if (!written) return null
  await emit(tx, 'mail.written', { mailId: written.id })
  return written.id
}
