import 'server-only'
import type { z } from 'zod'
import { organisationPath } from '@/lib/organisations/paths'
import { db, type Prisma } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { organisation } from './answers-lists'
import type { ListReply } from './reply'

type Asked = { page: number; perPage: number; q?: string; type?: string; region?: string }

/** The directory of organisations, by name, with the number of case studies of each. */
export async function listOrganisationsForPrograms(
  asked: Asked,
): Promise<ListReply<z.output<typeof organisation>>> {
  const { page, perPage } = asked
  const where = conditionOf(asked)
  const [total, rows] = await Promise.all([
    db.organisation.count({ where }),
    db.organisation.findMany({
      where,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * perPage,
      take: perPage,
      include: { _count: { select: { caseStudies: true } } },
    }),
  ])
  return { items: rows.map(itemOf), page, perPage, total }
}

function conditionOf({ q, type, region }: Asked): Prisma.OrganisationWhereInput {
  return {
    ...(type ? { type } : {}),
    ...(region ? { region } : {}),
    ...(q ? { OR: [{ name: { contains: q, mode: 'insensitive' } }, { otherNames: { has: q } }] } : {}),
  }
}

type Row = Prisma.OrganisationGetPayload<{ include: { _count: { select: { caseStudies: true } } } }>

function itemOf(row: Row): z.output<typeof organisation> {
  const { id, slug, name, otherNames, region, status } = row
  return {
    id,
    slug,
    url: `${env.siteUrl}${organisationPath(row)}`,
    name,
    otherNames,
    type: row.type as z.output<typeof organisation>['type'],
    region,
    status,
    caseStudies: row._count.caseStudies,
  }
}
