import 'server-only'
import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { env } from '@/lib/platform/env'
import { marksMax } from './limits'

/**
 * A number from 0 to 255 that tells people who searched for the same words apart. It is another one for other words,
 * and the same for one in 256 of all people. `visitor` is an account's id or a network address.
 */
export function markOf({ words, kind, visitor }: { words: string; kind: string; visitor: string }): number {
  const told = ['search gap', kind, words, networkOf(visitor)].join('\n')
  return createHmac('sha256', env.authSecret).update(told).digest().readUInt32BE(0) % marksMax
}

/** One household has many IPv6 addresses: what they have in common is the first half. */
function networkOf(visitor: string): string {
  const address = visitor.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const [front, back] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean))
  const missing = tail === undefined ? 0 : 8 - (front?.length ?? 0) - (back?.length ?? 0)
  const groups = [...(front ?? []), ...Array<string>(Math.max(0, missing)).fill('0'), ...(back ?? [])]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':')
}
