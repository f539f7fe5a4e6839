import 'server-only'

/** What an operation answers with, before it becomes an HTTP response. */
export type Reply = {
  status: number
  body: unknown
  headers?: Record<string, string>
  /** An error in the form of RFC 9457. */
  problem?: boolean
}

export function ok(body: unknown, headers: Record<string, string> = {}): Reply {
  return { status: 200, body, headers }
}

export type ListReply<Item> = { items: Item[]; page: number; perPage: number; total: number }
