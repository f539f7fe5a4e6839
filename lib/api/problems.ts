import 'server-only'
import { env } from '@/lib/platform/env'
import { problemPath } from './paths'
import type { Reply } from './reply'

type Kind = { status: number; title: string; meaning: string }

/** Every way in which a request is not done. The key is the end of the problem's `type`. */
export const PROBLEMS = {
  unreadable: {
    status: 400,
    title: 'The request cannot be read',
    meaning: 'The address, a header or the JSON is not well formed. `detail` says which.',
  },
  'no-token': {
    status: 401,
    title: 'This needs a token',
    meaning: 'Send a personal token: `Authorization: Bearer spc_…`.',
  },
  'unknown-token': {
    status: 401,
    title: 'This token does not work',
    meaning: 'It is misspelt or revoked, or the account behind it is suspended. Make a new one.',
  },
  'read-only': {
    status: 403,
    title: 'This token may only read',
    meaning: 'Make a token that may write, and use it for this.',
  },
  'waits-for-review': {
    status: 403,
    title: 'New members write through the site',
    meaning:
      'What a new member writes is looked at by a moderator first, and that works only in the forms of the site. Once you are verified, the same token writes here.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing at this address',
    meaning: 'No such case study, version or address of the API. Ids are never reused.',
  },
  'wrong-method': {
    status: 405,
    title: 'That cannot be done at this address',
    meaning: 'The `Allow` header lists the methods that the address answers to.',
  },
  conflict: {
    status: 409,
    title: 'Your change touches what somebody else has changed',
    meaning:
      'Nothing was written. `conflicts` has every piece with its base, theirs and yours. Read the case study again, put the two together, and send it with the new `ETag` in `If-Match`.',
  },
  withdrawn: {
    status: 410,
    title: 'This case study was withdrawn',
    meaning: '`detail` holds the reason. It may come back; its id is not used for anything else.',
  },
  merged: {
    status: 410,
    title: 'This case study was merged into another',
    meaning:
      'Reading leads there by itself (301). A change is refused with 410, because it was made against other text: read the case study at `location` and send your change there.',
  },
  'unknown-base': {
    status: 412,
    title: 'There is no such version',
    meaning:
      '`If-Match` names a version that this case study does not have. Read it again and use its `ETag`.',
  },
  'too-large': {
    status: 413,
    title: 'That is too much at once',
    meaning: 'A body may have up to 1 MB. Nothing was written.',
  },
  'long-address': {
    status: 414,
    title: 'The address is too long',
    meaning: 'Shorten what you are searching for.',
  },
  'not-json': {
    status: 415,
    title: 'The body must be JSON',
    meaning: 'Send `Content-Type: application/json`, in UTF-8 and not compressed.',
  },
  invalid: {
    status: 422,
    title: 'Some of it cannot be accepted',
    meaning: '`errors` names every field or parameter with what is wrong. Nothing was written.',
  },
  'key-reused': {
    status: 422,
    title: 'This key belongs to another request',
    meaning: 'An `Idempotency-Key` was sent before with something else. Use a new key for a new change.',
  },
  'no-base': {
    status: 428,
    title: 'Say which version you read',
    meaning:
      'Send the `ETag` of the version that you changed in `If-Match`, so that nobody’s work is overwritten.',
  },
  'too-many': {
    status: 429,
    title: 'Too many requests',
    meaning: 'Wait for the seconds in `Retry-After`, then go on. Nothing was written.',
  },
  outage: {
    status: 500,
    title: 'The Cupboard could not answer just now',
    meaning:
      'Something went wrong on our side. Try again in a minute; with an `Idempotency-Key` that is safe.',
  },
} as const satisfies Record<string, Kind>

export type ProblemKind = keyof typeof PROBLEMS
export type FieldProblem = { path: string; message: string }
export type ProblemFacts = { detail?: string; errors?: FieldProblem[]; [name: string]: unknown }

/** The answer to a request that was not done (RFC 9457). */
export function problem(
  kind: ProblemKind,
  facts: ProblemFacts = {},
  headers: Record<string, string> = {},
): Reply {
  const { status, title } = PROBLEMS[kind]
  return {
    status,
    problem: true,
    headers,
    body: { type: `${env.siteUrl}${problemPath(kind)}`, title, status, ...facts },
  }
}

/** Facts that do not fit, each with the place where it stands. */
export function invalid(errors: FieldProblem[]): Reply {
  return problem('invalid', { errors })
}
