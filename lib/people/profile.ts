import 'server-only'
import { emit } from '@/lib/outbox/emit'
import { published } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { tags } from '@/lib/platform/tags'
import type { SignedIn } from '@/lib/users/access'
import type { Profile } from './schema'
import { pagesWrittenBy } from './written'

/** Saves what a person says about themselves. Refuses an organisation that is not in the directory. */
export async function saveProfile(
  viewer: SignedIn,
  profile: Profile,
): Promise<Outcome<null, 'unknown-organisation'>> {
  const { organisation, ...fields } = profile
  const found = organisation ? await db.organisation.findUnique({ where: { name: organisation } }) : null
  if (organisation && !found) return refused('unknown-organisation')

  const before = await db.person.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { name: true, listed: true },
  })
  await db.$transaction(async (tx) => {
    await tx.person.update({
      where: { id: viewer.id },
      data: { ...fields, organisationId: found?.id ?? null },
    })
    if (fields.listed || before.listed) await emit(tx, 'person.changed', { personId: viewer.id })
  })
  if (fields.name !== before.name || fields.listed !== before.listed) await publishWritten(viewer)
  if (fields.listed || before.listed) await published([tags.people])
  return done(null)
}

/** Cached pages name their authors and link those who are listed: a change must not wait for their next edit. */
async function publishWritten(viewer: SignedIn): Promise<void> {
  const pages = await pagesWrittenBy(viewer.actorId)
  await published([...pages.map(tags.page), tags.everything])
}

/** A person's own account, as only they see it. */
export async function findOwnAccount(viewer: SignedIn) {
  const person = await db.person.findUniqueOrThrow({
    where: { id: viewer.id },
    include: { organisation: { select: { name: true } } },
    omit: { passwordHash: true },
  })
  return {
    ...person,
    organisation: person.organisation?.name ?? '',
    createdAt: person.createdAt.toISOString(),
  }
}
