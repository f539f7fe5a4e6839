import { endpoint } from '@/lib/api/endpoint'
import { openApi } from '@/lib/api/openapi'
import { operation } from '@/lib/api/operation'
import { noQuery } from '@/lib/api/query'
import { ok } from '@/lib/api/reply'

// It describes the others and so is not among them.
const readDescription = operation({
  id: 'readDescription',
  method: 'GET',
  path: '/openapi.json',
  summary: 'The description of this API',
  access: 'open',
  query: noQuery,
  answers: [],
  problems: [],
  handle: async () => ok(openApi()),
})

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint(readDescription)
