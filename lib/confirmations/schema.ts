import 'server-only'
import { z } from 'zod'

export const confirmation = z.object({
  token: z.string().regex(/^[\w-]{20,80}$/),
  answer: z.enum(['true', 'changed']),
})
