import { endpoint } from '@/lib/api/endpoint'

// Whatever else is asked for under /api/v1: programs get their 404 in JSON.
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint()
