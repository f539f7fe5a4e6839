import 'server-only'
import { z } from 'zod'
import { prose } from '@/lib/platform/text'

export const reasonMax = 2000

/** A moderator's answer. Declining needs a reason, because its author has to be able to do something about it. */
export const decision = z
  .object({
    id: z.coerce.number().int().positive().max(999_999_999),
    decision: z.enum(['accept', 'decline'], { error: 'Choose “Accept” or “Decline”' }),
    reason: prose({ label: 'The reason', max: reasonMax })
      .default('')
      .transform((text) => text.trim()),
  })
  .refine(({ decision, reason }) => decision === 'accept' || reason !== '', {
    path: ['reason'],
    message: 'Say why you decline it, so that its author knows what to change',
  })

export const closing = z.object({ id: z.coerce.number().int().positive().max(999_999_999) })
