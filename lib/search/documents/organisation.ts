import 'server-only'
import { TYPES } from '@/lib/organisations/vocabulary'
import type { SearchDocument } from '../schema'
import { joined } from './plain'

export type OrganisationSource = {
  id: number
  name: string
  otherNames: string[]
  type: string
  region: string
  note: string
  successor: string
  caseStudies: number
}

export function organisationDocument(source: OrganisationSource): SearchDocument {
  const { id, name, otherNames, type, region, note, successor, caseStudies } = source
  return {
    id: `organisation-${id}`,
    kind: 'organisation',
    ref: String(id),
    pageId: null,
    texts: {
      title: name,
      aliases: otherNames.join(', '),
      labels: TYPES[type as keyof typeof TYPES] ?? type,
      organisation: '',
      summary: '',
      people: region,
      body: joined([note, successor]),
      fileName: '',
      fileText: '',
    },
    facets: {
      kind: ['organisation'],
      region: region ? [region] : [],
      type: [type],
      organisation: [String(id)],
    },
    acl: ['public'],
    year: null,
    // One that has something to show comes before one that has only its entry.
    quality: Math.min(100, caseStudies * 10),
    favourites: 0,
    publishedAt: null,
    updatedAt: null,
  }
}
