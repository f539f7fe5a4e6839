import 'server-only'
import { listHeadings } from './queries'

/** Whether every code is a heading of the contents tree: labels are ticked, never made up. */
export async function knownLabels(codes: string[]): Promise<boolean> {
  if (codes.length === 0) return true
  const known = new Set((await listHeadings()).filter(({ parentCode }) => parentCode).map(({ code }) => code))
  return codes.every((code) => known.has(code))
}
