import 'server-only'
import { z } from 'zod'
import { REGIONS } from '@/lib/organisations/vocabulary'
import { ticked } from '@/lib/platform/fields'
import { listOf } from '@/lib/platform/lists'
import { line } from '@/lib/platform/text'
import { LABEL } from '@/lib/taxonomy/codes'
import { personName } from '@/lib/users/schema'

export const profile = z.object({
  name: personName,
  jobTitle: line({ label: 'Your job', max: 120 }).default(''),
  organisation: line({ label: 'Your organisation', max: 200 }).default(''),
  region: z.union([z.enum(REGIONS), z.literal('')], { error: 'Choose a region from the list' }).default(''),
  about: line({ label: 'About you', max: 600 }).default(''),
  canHelpWith: line({ label: 'What you can help with', max: 300 }).default(''),
  helpCategories: z
    .preprocess(listOf, z.array(z.string().regex(LABEL, { message: 'Tick areas from the list' })).max(40))
    .default([]),
  listed: ticked(),
})

export type Profile = z.output<typeof profile>
