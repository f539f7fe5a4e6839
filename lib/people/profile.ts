import 'server-only'
import { emit } from '@/lib/outbox/emit'
import { published } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
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
  const shown = await tagsShowing(viewer, before, fields)
  await db.$transaction(async (tx) => {
    await tx.person.update({
      where: { id: viewer.id },
      data: { ...fields, organisationId: found?.id ?? null },
    })
    if (shown.length > 0) await publishing(tx, shown)
    if (fields.listed || before.listed) await emit(tx, 'person.changed', { personId: viewer.id })
  })
  // A page that they saved while this was written was not among them.
  const missed = (await tagsShowing(viewer, before, fields)).filter((tag) => !shown.includes(tag))
  if (missed.length > 0) await publishing(db, missed)
  if (shown.length > 0) await published([...shown, ...missed])
  return done(null)
}

type Shown = { name: string; listed: boolean }

/** Cached pages name their authors and link those who are listed: a change must not wait for their next edit. */
async function tagsShowing({ actorId }: SignedIn, before: Shown, after: Shown): Promise<string[]> {
  const listed = before.listed || after.listed ? [tags.people] : []
  if (after.name === before.name && after.listed === before.listed) return listed
  return [...(await pagesWrittenBy(actorId)).map(tags.page), tags.everything, ...listed]
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
