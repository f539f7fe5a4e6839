import 'server-only'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import type { SignedIn } from '@/lib/users/access'
import type { Profile } from './schema'

/** Saves what a person says about themselves. Refuses an organisation that is not in the directory. */
export async function saveProfile(viewer: SignedIn, profile: Profile): Promise<Outcome<null, 'unknown-organisation'>> {
  const { organisation, ...fields } = profile
  const found = organisation ? await db.organisation.findUnique({ where: { name: organisation } }) : null
  if (organisation && !found) return refused('unknown-organisation')

  await db.person.update({ where: { id: viewer.id }, data: { ...fields, organisationId: found?.id ?? null } })
  return done(null)
}

/** A person's own account, as only they see it. */
export async function findOwnAccount(viewer: SignedIn) {
  const person = await db.person.findUniqueOrThrow({
    where: { id: viewer.id },
    include: { organisation: { select: { name: true } } },
    omit: { passwordHash: true },
  })
  return { ...person, organisation: person.organisation?.name ?? '', createdAt: person.createdAt.toISOString() }
}
