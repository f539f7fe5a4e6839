import 'server-only'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { canChangeRole, canManageAccounts, type RoleName, type SignedIn, type Viewer } from './access'

export type Account = {
  id: string
  name: string
  email: string
  role: RoleName
  demonstration: boolean
  createdAt: string
}

/** Every account, for administrators; an empty list for anyone else. */
export async function listAccounts(viewer: Viewer): Promise<Account[]> {
  if (!canManageAccounts(viewer)) return []
  const people = await db.person.findMany({
    where: { passwordHash: { not: null } },
    orderBy: { createdAt: 'desc' },
    take: 500,
    select: { id: true, name: true, email: true, role: true, demonstration: true, createdAt: true },
  })
  return people.map((person) => ({ ...person, createdAt: person.createdAt.toISOString() }))
}

/** Gives someone else another role. Takes effect on their next request. */
export async function grantRole(
  viewer: SignedIn,
  { personId, role }: { personId: string; role: RoleName },
): Promise<Outcome<null, 'not-allowed' | 'not-found'>> {
  if (!canChangeRole(viewer, { id: personId })) return refused('not-allowed')
  const { count } = await db.person.updateMany({ where: { id: personId }, data: { role } })
  return count ? done(null) : refused('not-found')
}
