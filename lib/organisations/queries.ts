import 'server-only'
import { cached } from '@/lib/platform/cache'
import { db, type Prisma } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'

export type Organisation = {
  id: number
  slug: string
  name: string
  otherNames: string[]
  type: string
  region: string
  webDomains: string[]
  unconfirmedDomains: string[]
  status: string
  dissolvedOn: string
  successor: string
  note: string
}
export type OrganisationFilter = { words: string; type: string; region: string; page: number }

export const organisationsPerPage = 50

export function findOrganisation(id: number): Promise<Organisation | null> {
  return cached(['organisation', id], [tags.organisation(id), tags.organisations], () =>
    db.organisation.findUnique({ where: { id }, omit: { checkedOn: true } }),
  )
}

/** What the directory calls a body, or null. No page but those of the directory changes it, so saves may ask often. */
export function findOrganisationName(id: number): Promise<string | null> {
  return cached(['organisation-name', id], [tags.organisations], async () => {
    const found = await db.organisation.findUnique({ where: { id }, select: { name: true } })
    return found?.name ?? null
  })
}

/** The directory, by name, with the number of case studies of each. */
export async function listOrganisations({ words, type, region, page }: OrganisationFilter) {
  const where: Prisma.OrganisationWhereInput = {
    ...(type ? { type } : {}),
    ...(region ? { region } : {}),
    ...(words
      ? { OR: [{ name: { contains: words, mode: 'insensitive' } }, { otherNames: { has: words } }] }
      : {}),
  }
  const [total, rows] = await Promise.all([
    db.organisation.count({ where }),
    db.organisation.findMany({
      where,
      orderBy: { name: 'asc' },
      skip: (page - 1) * organisationsPerPage,
      take: organisationsPerPage,
      select: {
        id: true,
        slug: true,
        name: true,
        type: true,
        region: true,
        status: true,
        _count: { select: { caseStudies: true } },
      },
    }),
  ])
  return { total, rows: rows.map(({ _count, ...row }) => ({ ...row, caseStudies: _count.caseStudies })) }
}

/** Names for the list that a form offers. */
export function listOrganisationNames(): Promise<string[]> {
  return cached(['organisation-names'], [tags.organisations], async () => {
    const rows = await db.organisation.findMany({ orderBy: { name: 'asc' }, select: { name: true } })
    return rows.map((row) => row.name)
  })
}
