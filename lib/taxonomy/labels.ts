import 'server-only'
import { listAllHeadings } from './queries'

/**
 * Whether every code is a heading of the contents tree: labels are ticked, never made up. One that is out of use stands
 * for what it became.
 */
export async function knownLabels(codes: string[]): Promise<boolean> {
  if (codes.length === 0) return true
  const known = new Set(
    (await listAllHeadings()).filter(({ parentCode }) => parentCode).map(({ code }) => code),
  )
  return codes.every((code) => known.has(code))
}
