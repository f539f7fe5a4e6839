import { endpoint } from '@/lib/api/endpoint'
import { readCaseStudy } from '@/lib/api/operations/case-studies'
import { replaceCaseStudy } from '@/lib/api/operations/writing'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint(readCaseStudy, replaceCaseStudy)
