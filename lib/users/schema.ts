import 'server-only'
import { z } from 'zod'
import { Role } from '@/lib/platform/db'
import { line } from '@/lib/platform/text'

export const passwordMin = 10
export const passwordMax = 256

// One strict form of an address, folded before it is checked: look-alike signs must not slip past.
const ADDRESS =
  /^[a-z0-9](?:[a-z0-9._%+'-]{0,62}[a-z0-9])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/

export const emailAddress = line({
  label: 'The e-mail address',
  max: 254,
  required: 'Enter your e-mail address',
})
  .transform((text) => text.normalize('NFKC').toLowerCase())
  .refine((text) => text === '' || (ADDRESS.test(text) && !text.includes('..')), {
    message: 'Enter an e-mail address like name@example.gov.uk',
  })

const password = z
  .string({ error: 'Enter a password' })
  .min(passwordMin, {
    message: `The password must have at least ${passwordMin} characters. A few words in a row are easy to keep in mind`,
  })
  .max(passwordMax, { message: `The password must have at most ${passwordMax} characters` })

export const personName = line({ label: 'Your name', max: 80, required: 'Enter your name' })

export const registration = z.object({ name: personName, email: emailAddress, password })

export const signInForm = z.object({
  email: emailAddress,
  password: z
    .string({ error: 'Enter your password' })
    .min(1, { message: 'Enter your password' })
    .max(passwordMax),
  back: z.string().max(2000).catch('').default(''),
})

export const roleGrant = z.object({ personId: z.uuid(), role: z.enum(Role) })

export type Registration = z.output<typeof registration>
