import { endpoint } from '@/lib/api/endpoint'
import { searchEverything } from '@/lib/api/operations/search'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint(searchEverything)
