import 'server-only'
import { db } from '@/lib/platform/db'
import { aclOf, everybody } from './access'

/** What may be found by somebody who asks with a token, as they stand now. */
export async function findAcl(viewer: { id: string } | null): Promise<string[]> {
  if (!viewer) return [...everybody]
  const member = await db.person.findFirst({
    where: { id: viewer.id, suspendedAt: null },
    select: { id: true, role: true, organisationId: true },
  })
  return aclOf(member)
}
