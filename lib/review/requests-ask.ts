import 'server-only'
import { canPublish } from '@/lib/case-studies/access'
import { emit } from '@/lib/outbox/emit'
import { published } from '@/lib/platform/cache'
import { now } from '@/lib/platform/clock'
import { dateOfDay } from '@/lib/platform/day'
import { db, type Prisma } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import { tags } from '@/lib/platform/tags'
import type { SignedIn } from '@/lib/users/access'
import type { NewReviewRequest } from './requests-schema'

/** `names` are those by which nobody was found, as they were typed. */
type NobodyFound = { ok: false; reason: 'unknown-person'; names: string[] }

/**
 * Asks named people to look at a page by a day. New members find only people who are listed, and nobody by e-mail, so
 * that what they are told never depends on whether an address has an account.
 */
export async function askForReview(
  viewer: SignedIn,
  { page: pageId, people, dueOn, note }: NewReviewRequest,
): Promise<Outcome<{ request: number }, 'not-found' | 'yourself'> | NobodyFound> {
  const page = await db.page.findFirst({ where: { id: pageId, state: 'live' }, select: { id: true } })
  if (!page) return refused('not-found')
  const found = await Promise.all(people.map((name) => findPerson(viewer, name)))
  const names = people.filter((_, position) => !found[position])
  if (names.length > 0) return { ok: false, reason: 'unknown-person', names }
  if (found.includes(viewer.id)) return refused('yourself')

  const asked = [...new Set(found)].map((personId) => ({ personId: personId as string }))
  const request = await db.$transaction(async (tx) => {
    const facts = { pageId, askedBy: viewer.actorId, dueOn: dateOfDay(dueOn), note, createdAt: now() }
    const created = await tx.reviewRequest.create({ data: { ...facts, people: { create: asked } } })
    await publishing(tx, [tags.page(pageId)])
    await emit(tx, 'review.asked', { requestId: created.id })
    return created.id
  })
  await published([tags.page(pageId)])
  return done({ request })
}

/** The id of the one person that was meant: "Ann Smith (ann-smith)", a handle, an address, or a listed name. */
async function findPerson(viewer: SignedIn, typed: string): Promise<string | null> {
  const known = canPublish(viewer)
  const handle = /\(([\w-]+)\)$/.exec(typed)?.[1] ?? typed
  const exact: Prisma.PersonWhereInput[] = [{ handle: handle.toLowerCase() }]
  if (known && typed.includes('@')) exact.push({ email: typed.toLowerCase() })
  const within = known ? { suspendedAt: null } : LISTED
  const person = await db.person.findFirst({ where: { ...within, OR: exact }, select: { id: true } })
  if (person) return person.id
  const named = await db.person.findMany({
    where: { ...LISTED, name: { equals: typed, mode: 'insensitive' } },
    select: { id: true },
    take: 2,
  })
  return named.length === 1 ? (named[0]?.id ?? null) : null
}

const LISTED = { listed: true, suspendedAt: null }
