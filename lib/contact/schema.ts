import 'server-only'
import { z } from 'zod'
import { prose } from '@/lib/platform/text'

export const contactMessage = z.object({
  body: prose({ label: 'Your message', max: 4000, required: 'Write your message' }),
})

export const contactReport = z.object({
  body: prose({
    label: 'What you know',
    max: 1000,
    required: 'Say what you know, for example that the person has moved on',
  }),
})
