import 'server-only'
import { z } from 'zod'
import { oneOf, ticked } from '@/lib/platform/fields'
import { LICENCES } from './limits'

/** What somebody says about a file when uploading it. */
export const uploadFacts = z.object({
  licence: oneOf(LICENCES, 'Say what others may do with the file, or choose “Not known”'),
  confirm: ticked().refine((yes) => yes, {
    message: 'Tick the box when you have checked that the file may be published',
  }),
})
