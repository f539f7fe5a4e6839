import 'server-only'
import { db, type Prisma, type Tx } from '@/lib/platform/db'
import { codesLeadingTo, leadsTo } from '@/lib/taxonomy/effective'
import { type HeadingTree, headingTree } from '@/lib/taxonomy/queries'
import type { SignedIn } from '@/lib/users/access'

export type ListedPerson = {
  handle: string
  name: string
  jobTitle: string
  organisation: string
  organisationPage: { id: number; slug: string } | null
  region: string
  about: string
  canHelpWith: string
  helpCategories: { code: string; name: string; slug: string }[]
  demonstration: boolean
}
export type PeopleFilter = { words: string; organisation: string; region: string; category: string }

const most = 100

/** People who chose to be found, and nobody else. Words match what they can help with, their areas and their name. */
export async function listPeople(filter: PeopleFilter): Promise<ListedPerson[]> {
  const tree = await headingTree()
  const people = await db.person.findMany({
    where: { AND: conditions(filter, tree) },
    orderBy: [{ demonstration: 'asc' }, { name: 'asc' }],
    take: most,
    include: WITH_ORGANISATION,
  })
  return people.map((person) => publicProfile(person, tree))
}

/** One listed person, or null: someone who is not listed looks the same as someone who does not exist. */
export async function findListedPerson(handle: string): Promise<(ListedPerson & { actorId: string }) | null> {
  const person = await db.person.findFirst({
    where: { handle, ...LISTED },
    include: WITH_ORGANISATION,
  })
  if (!person) return null
  return { ...publicProfile(person, await headingTree()), actorId: person.actorId }
}

/** Those of these people who chose to be found, in no order. */
export async function listListed(
  handles: string[],
  within?: { tx: Tx; tree: HeadingTree },
): Promise<ListedPerson[]> {
  const where = { handle: { in: handles }, ...LISTED }
  const people = await (within?.tx ?? db).person.findMany({ where, include: WITH_ORGANISATION })
  const tree = within?.tree ?? (await headingTree())
  return people.map((person) => publicProfile(person, tree))
}

/** How the directory shows a person, or would if they chose to be listed: for themselves. */
export async function findOwnListing(viewer: SignedIn): Promise<ListedPerson> {
  const person = await db.person.findUniqueOrThrow({ where: { id: viewer.id }, include: WITH_ORGANISATION })
  return publicProfile(person, await headingTree())
}

const LISTED = { listed: true, suspendedAt: null }
const WITH_ORGANISATION = {
  organisation: { select: { id: true, slug: true, name: true, region: true } },
} satisfies Prisma.PersonInclude

function conditions(filter: PeopleFilter, tree: HeadingTree): Prisma.PersonWhereInput[] {
  const { words, organisation, region, category } = filter
  const found: Prisma.PersonWhereInput[] = [LISTED]
  for (const word of words.split(/\s+/).filter(Boolean).slice(0, 8)) found.push(matching(word, tree))
  if (organisation) found.push({ organisation: { name: { contains: organisation, mode: 'insensitive' } } })
  if (region) found.push({ OR: [{ region }, { region: '', organisation: { region } }] })
  if (category) found.push({ helpCategories: { hasSome: offersOf([category], tree) } })
  return found
}

function matching(word: string, tree: HeadingTree): Prisma.PersonWhereInput {
  const contains = { contains: word, mode: 'insensitive' as const }
  const lower = word.toLowerCase()
  const codes = [...tree.values()]
    .filter(({ name, alsoCalled }) =>
      [name, ...alsoCalled].some((text) => text.toLowerCase().includes(lower)),
    )
    .map(({ code }) => code)
  return {
    OR: [
      { canHelpWith: contains },
      { about: contains },
      { jobTitle: contains },
      { name: contains },
      { organisation: { name: contains } },
      { region: contains },
      { region: '', organisation: { region: contains } },
      { helpCategories: { hasSome: offersOf(codes, tree) } },
    ],
  }
}

/** What somebody may have ticked who helps with one of these headings: itself, one below it, or an earlier one. */
function offersOf(codes: string[], tree: HeadingTree): string[] {
  return codesLeadingTo(
    codes.flatMap((code) => leadsTo(code, tree)),
    tree,
  )
}

type Stored = Prisma.PersonGetPayload<{ include: typeof WITH_ORGANISATION }>

function publicProfile(person: Stored, tree: HeadingTree): ListedPerson {
  const { handle, name, jobTitle, organisation, region, about, canHelpWith, helpCategories, demonstration } =
    person
  const codes = [...new Set(helpCategories.flatMap((code) => leadsTo(code, tree)))]
  const areas = codes.flatMap((code) => {
    const heading = tree.get(code)
    return heading?.parentCode ? [{ code, name: heading.name, slug: heading.slug }] : []
  })
  return {
    handle,
    name,
    jobTitle,
    organisation: organisation?.name ?? '',
    organisationPage: organisation && { id: organisation.id, slug: organisation.slug },
    region: region || (organisation?.region ?? ''),
    about,
    canHelpWith,
    helpCategories: areas,
    demonstration,
  }
}
