import 'server-only'
import { z } from 'zod'
import { keepable } from '@/lib/platform/text'
import { pageMax, perPage, perPageMax } from './limits'

// Addresses hold text only; what is said in `meta` is what the text has to stand for.

/** A whole number in an address. */
export function whole({ min, max }: { min: number; max: number }) {
  const message = `Give a whole number from ${min} to ${max}`
  return z
    .string({ error: message })
    .refine((text) => /^\d{1,10}$/.test(text) && Number(text) >= min && Number(text) <= max, { message })
    .transform(Number)
    .meta({ type: 'integer', minimum: min, maximum: max })
}

/** Which part of a list to answer. */
export function paging({ most = perPageMax, usual = perPage }: { most?: number; usual?: number } = {}) {
  return {
    page: whole({ min: 1, max: pageMax })
      .default(1)
      .meta({ description: 'Which page of the list. Beyond the last, `items` is empty.', default: 1 }),
    perPage: whole({ min: 1, max: most })
      .default(usual)
      .meta({ description: 'Items on a page.', default: usual }),
  }
}

/** A moment or a day, as in 2026-11-20T09:30:00Z or 2026-11-20 (midnight UTC). */
export function moment() {
  const message = 'Give a time like 2026-11-20T09:30:00Z, or a day like 2026-11-20'
  return (
    z
      .string({ error: message })
      // A plus sign that was not encoded arrives as a space.
      .transform((text) => text.replace(/ (?=\d{2}:\d{2}$)/, '+'))
      .pipe(z.union([z.iso.datetime({ offset: true }), z.iso.date()], { error: message }))
      .transform((text) => new Date(text))
      .refine((time) => time.getTime() >= 0 && time.getUTCFullYear() < 10_000, { message })
      .meta({ type: 'string', format: 'date-time' })
  )
}

/** Words to look for. */
export function words({ label, max }: { label: string; max: number }) {
  return z
    .string({ error: `Give ${label}` })
    .refine((text) => keepable(text) && text.length <= max, {
      message: `Give ${label} of up to ${max} characters, without control characters`,
    })
    .transform((text) => text.trim())
    .meta({ maxLength: max })
}

export const noQuery = z.strictObject({})

/** A path segment that is an id or a version number, or null. */
export function numberIn(segment: string | undefined): number | null {
  return segment !== undefined && /^[1-9]\d{0,8}$/.test(segment) ? Number(segment) : null
}
