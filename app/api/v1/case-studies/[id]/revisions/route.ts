import { endpoint } from '@/lib/api/endpoint'
import { listRevisions } from '@/lib/api/operations/revisions'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint(listRevisions)
