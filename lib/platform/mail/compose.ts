import 'server-only'
import { createHash } from 'node:crypto'
import type Mail from 'nodemailer/lib/mailer'
import { env } from '../env'

/** A mail as it was written down. `key` tells it apart from every other for good. */
export type WrittenMail = {
  id: number
  key: string
  toName: string
  toAddress: string
  replyTo: string
  subject: string
  text: string
  html: string
  /** Where one POST stops mail of this kind (RFC 8058); empty for mail that answers to nothing watched. */
  unsubscribe: string
  createdAt: Date
}

// One plain address: no list, no quotes, no comment, no line break.
const ONE_ADDRESS = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+$/

export function isOneAddress(address: string): boolean {
  return ONE_ADDRESS.test(address)
}

/** What is handed to the mailer: exactly one recipient, and the same identity each time it is tried. */
export function compose(mail: WrittenMail): Mail.Options {
  const unsubscribing = mail.unsubscribe
    ? { 'List-Unsubscribe': `<${mail.unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : {}
  return {
    from: env.mailFrom,
    to: { name: oneLine(mail.toName), address: mail.toAddress },
    envelope: { from: senderOf(env.mailFrom), to: [mail.toAddress] },
    replyTo: isOneAddress(mail.replyTo) ? { name: '', address: mail.replyTo } : undefined,
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html || undefined,
    messageId: `<${identityOf(mail.key)}@${new URL(env.siteUrl).hostname}>`,
    date: mail.createdAt,
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribing },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** A mail's identity, the same on every try. */
export function identityOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32)
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a header value holds none
  return text.replace(/[\u0000-\u001F\u007F\u2028\u2029]+/g, ' ').trim()
}

function senderOf(from: string): string {
  return /<([^>]+)>\s*$/.exec(from)?.[1] ?? from
}
