import { endpoint } from '@/lib/api/endpoint'
import { listCategories } from '@/lib/api/operations/lists'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint(listCategories)
