import 'server-only'
import { caseStudyContent } from '@/lib/case-studies/schema'
import { slugOf } from '@/lib/platform/slug'
import { caseStudyWrite } from './schema'
import { viewOf } from './view'

/** A body that could be sent: short, and about no real body. */
export const EXAMPLE = {
  title: 'Heating contracts in small lots',
  summary: 'A council split its heating contract so that local firms could bid for parts of it.',
  context: 'One contract covered the whole area, and only national firms bid.',
  action: '1. Split the work into **five lots** by area.\n2. Asked for prices lot by lot.',
  impact: 'Local firms bid for the first time [1](#source-1).',
  categories: ['D10', 'E1.1'],
  organisation: { name: 'Example Borough Council' },
  extra: { home: 'elsewhere', gaps: ['What the lots cost to manage.'] },
  resources: [
    { number: 1, kind: 'original', title: 'Report on the lots', url: 'https://www.example.gov.uk/report' },
  ],
  results: [
    { measure: 'Lots won by local firms', before: '0', after: '2 of 5', source: '1', certainty: 'told' },
  ],
  note: 'First version',
}

/** What reading it would answer. */
export function exampleAnswer() {
  const { extra, organisation, ...rest } = caseStudyWrite.parse(EXAMPLE)
  const content = caseStudyContent.parse({ ...rest, ...extra, organisation: organisation?.name })
  const [createdAt, updatedAt] = [new Date('2026-11-20T09:30:00Z'), new Date('2026-11-20T09:30:00Z')]
  const facts = {
    id: 12,
    slug: slugOf(content.title),
    revision: 1,
    organisationId: null,
    hidesContact: false,
    fields: [],
  }
  return viewOf({ ...facts, content, createdAt, updatedAt })
}
