import { endpoint } from '@/lib/api/endpoint'
import { readRevision } from '@/lib/api/operations/revisions'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint(readRevision)
