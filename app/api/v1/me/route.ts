import { endpoint } from '@/lib/api/endpoint'
import { readMe } from '@/lib/api/operations/me'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint(readMe)
