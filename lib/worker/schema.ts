import 'server-only'
import { z } from 'zod'

export const failed = z.object({
  kind: z.enum(['mail', 'job']),
  id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
})
