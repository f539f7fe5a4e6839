import 'server-only'
import { z } from 'zod'
import { line } from '@/lib/platform/text'
import { tokenNameMax } from './limits'

/** What is asked for a new token. */
export const tokenForm = z.object({
  name: line({
    label: 'The name',
    max: tokenNameMax,
    required: 'Say what the token is for, such as “Contract register export”',
  }),
  scope: z.enum(['read', 'write'], { error: 'Choose what the token may do' }),
})

export const tokenChoice = z.object({ token: z.coerce.number().int().positive().max(2_147_483_647) })
