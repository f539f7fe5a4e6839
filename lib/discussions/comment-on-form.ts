import 'server-only'
import { db } from '@/lib/platform/db'
import type { SignedIn } from '@/lib/users/access'

/** Tells moderators what does not work about the form, or about one part of it. */
export async function commentOnForm(
  viewer: SignedIn,
  { field, body }: { field: string; body: string },
): Promise<void> {
  await db.report.create({ data: { kind: 'form', field, body, reporterId: viewer.id } })
}
