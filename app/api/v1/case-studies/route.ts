import { endpoint } from '@/lib/api/endpoint'
import { listCaseStudies } from '@/lib/api/operations/case-studies'
import { createCaseStudy } from '@/lib/api/operations/writing'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint(listCaseStudies, createCaseStudy)
