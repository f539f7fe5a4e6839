import 'server-only'
import { waitsForReview } from '@/lib/review/access'
import { me } from '../answers-lists'
import { operation } from '../operation'
import { noQuery } from '../query'
import { ok } from '../reply'
import type { Caller } from '../tokens'

export const readMe = operation({
  id: 'readMe',
  method: 'GET',
  path: '/me',
  summary: 'Whose token this is, and what it may do',
  access: 'token',
  query: noQuery,
  answers: [{ status: 200, description: 'The person and the token.', schema: me }],
  problems: [],
  handle: async ({ caller }) => {
    // An operation that needs a token is not called without one.
    const { viewer, token } = caller as Caller
    const { name, handle, role } = viewer
    const canWrite = token.scope === 'write' && !waitsForReview(viewer)
    const { name: called, scope, endsWith } = token
    const body = { name, handle, role, canWrite, token: { name: called, scope, endsWith } }
    return ok(body, { 'Cache-Control': 'private, no-store' })
  },
})
