import 'server-only'
import { z } from 'zod'
import { formatName } from './limits'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Says what a file holds, so that anybody can check that it is whole. */
export const manifest = z.object({
  format: z.literal(formatName),
  version: z.int().min(1),
  site: z.string(),
  exportedAt: z.iso.datetime({ precision: 3 }),
  /** How many versions are without their text, because their pages are withdrawn. */
  withheld: z.int().min(0),
  /** The highest id that was ever given to a row of each table. */
  lastIds: z.record(z.string(), z.int().min(0).max(2_147_483_647)),
  members: z.array(
    z.object({ name: z.string(), bytes: z.int().min(0), sha256, lines: z.int().min(0).optional() }),
  ),
})

export type Manifest = z.output<typeof manifest>
export type ManifestMember = Manifest['members'][number]
