import { endpoint } from '@/lib/api/endpoint'
import { listOrganisations } from '@/lib/api/operations/lists'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint(listOrganisations)
