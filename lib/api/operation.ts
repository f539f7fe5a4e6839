import 'server-only'
import type { z } from 'zod'
import type { ProblemKind } from './problems'
import type { Reply } from './reply'
import type { Caller } from './tokens'

export type Call<Query> = {
  request: Request
  params: Record<string, string>
  query: Query
  /** None without a token; an operation that needs one is not called without. */
  caller: Caller | null
}

/** A header that an operation reads or answers with. */
export type HeaderFact = {
  name: string
  description: string
  example: string
  required?: boolean
  pattern?: string
  maxLength?: number
}

/**
 * One thing that programs can do. The server answers from it and the description of the API is made from it, so that
 * the two say the same.
 */
export type Operation<Query extends z.ZodType = z.ZodType> = {
  id: string
  method: 'GET' | 'POST' | 'PUT'
  /** Under /api/v1, with {names}. */
  path: string
  summary: string
  description?: string
  /** open: anybody. token: any token. write: a token that may write, of somebody whose contributions need no review. */
  access: 'open' | 'token' | 'write'
  query: Query
  body?: z.ZodType
  requestHeaders?: HeaderFact[]
  answers: { status: number; description: string; schema: z.ZodType; headers?: HeaderFact[] }[]
  /** It may have become part of another: then the answer is 301. */
  moves?: boolean
  /** Beside those that everything can answer. */
  problems: ProblemKind[]
  handle: (call: Call<z.output<Query>>) => Promise<Reply>
}

/** Any operation, where its query does not matter. */
// biome-ignore lint/suspicious/noExplicitAny: each operation's own query type is checked where it is written
export type AnyOperation = Operation<any>

export function operation<Query extends z.ZodType>(given: Operation<Query>): Operation<Query> {
  return given
}
