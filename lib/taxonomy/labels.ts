import 'server-only'
import { db } from '@/lib/platform/db'

/** Whether every code is a heading of the contents tree: labels are ticked, never made up. */
export async function knownLabels(codes: string[]): Promise<boolean> {
  return (
    (await db.category.count({ where: { code: { in: codes }, parentCode: { not: null } } })) ===
    new Set(codes).size
  )
}
