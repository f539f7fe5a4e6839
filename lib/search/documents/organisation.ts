import 'server-only'
import { TYPES } from '@/lib/organisations/vocabulary'
import type { Tx } from '@/lib/platform/db'
import type { SearchDocument } from '../schema'
import { qualityOfCount } from './counts'
import { joined } from './plain'
import { textsOf } from './texts'

type OrganisationSource = {
  id: number
  name: string
  otherNames: string[]
  type: string
  region: string
  note: string
  successor: string
  caseStudies: number
}

function organisationDocument(source: OrganisationSource): SearchDocument {
  const { id, name, otherNames, type, region, note, successor, caseStudies } = source
  return {
    id: `organisation-${id}`,
    kind: 'organisation',
    ref: String(id),
    pageId: null,
    texts: textsOf({
      title: name,
      aliases: otherNames,
      labels: [TYPES[type as keyof typeof TYPES] ?? type],
      people: [region],
      body: [{ name: '', text: joined([note, successor]) }],
    }),
    facets: {
      kind: ['organisation'],
      region: region ? [region] : [],
      type: [type],
      organisation: [String(id)],
    },
    acl: ['public'],
    year: null,
    // One that has something to show comes before one that has only its entry.
    quality: qualityOfCount(caseStudies),
    favourites: 0,
    publishedAt: null,
    updatedAt: null,
  }
}

/** Those of these organisations that are in the directory; of all of them when none are named. */
export async function organisationDocuments(tx: Tx, ids?: number[]): Promise<SearchDocument[]> {
  const rows = await tx.organisation.findMany({
    where: ids && { id: { in: ids } },
    include: { _count: { select: { caseStudies: true } } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ _count, ...row }) => organisationDocument({ ...row, caseStudies: _count.caseStudies }))
}
