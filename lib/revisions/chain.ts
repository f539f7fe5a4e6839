import 'server-only'
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** What the first revision of a page stands on. */
export const GENESIS = '0'.repeat(64)

/** SHA-256 of the content in canonical JSON (RFC 8785), so that the same content always has the same hash. */
export function hashOfContent(content: unknown): string {
  return sha256(canonicalize(content) ?? 'null')
}

export type Link = {
  previousHash: string
  pageId: number
  number: number
  actorId: string
  createdAt: Date
  contentHash: string
}

/** SHA-256 over the previous hash, the page, the number, the opaque actor id, the time and the content hash. */
export function hashOfLink(link: Link): string {
  const { previousHash, pageId, number, actorId, createdAt, contentHash } = link
  return sha256([previousHash, pageId, number, actorId, createdAt.toISOString(), contentHash].join('\n'))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
