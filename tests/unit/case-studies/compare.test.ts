import { describe, expect, test } from 'vitest'
import { compareCaseStudies } from '@/lib/case-studies/compare'
import { type CaseStudyContent, caseStudyContent } from '@/lib/case-studies/schema'

const NAMES = {
  labels: new Map([
    ['D10', 'Food and catering'],
    ['C2', 'Small and local firms'],
  ]),
  fields: [],
}
const CONTENT = caseStudyContent.parse({
  title: 'Warm homes',
  summary: 'Homes became warm.',
  context: 'Cold.',
  action: 'Heated.',
  impact: 'Warm.',
  home: 'here',
  categories: ['D10'],
  legalStatus: {
    nation: 'England',
    regime: 'UNK',
    procedure: 'unknown',
    approvals: [{ kind: 'UNK' }],
    challenge: { state: 'unknown' },
  },
  resources: [{ number: 1, kind: 'news', title: 'A', url: 'https://a.example' }],
  results: [{ measure: 'Spend', after: '51%', source: '1', certainty: 'told' }],
  gaps: ['When it began'],
  contact: { name: 'Food team', email: 'food@example.gov.uk' },
})

/** Another value for every single thing that a case study holds. */
const CHANGES: Record<string, unknown> = {
  title: 'X',
  summary: 'X',
  context: 'X',
  action: 'X',
  impact: 'X',
  happenedNext: 'X',
  'gaps.0': 'X',
  home: 'elsewhere',
  organisation: 'X',
  partners: 'X',
  regions: ['Wales'],
  startedOn: '2004',
  endedOn: '2005',
  dateNote: 'X',
  state: 'ended',
  stateAsOf: '2006',
  contractValue: '£1',
  evidence: 'checked',
  checkedOn: '2026',
  categories: ['C2'],
  'legalStatus.nation': 'Wales',
  'legalStatus.regime': 'PA2023',
  'legalStatus.commencedOn': '2004',
  'legalStatus.awardedOn': '2004',
  'legalStatus.procedure': 'open',
  'legalStatus.legalPoint': 'X',
  'legalStatus.approvals.0.kind': 'NONE',
  'legalStatus.approvals.0.body': 'X',
  'legalStatus.approvals.0.date': '2004',
  'legalStatus.approvals.0.scope': 'X',
  'legalStatus.approvals.0.conditions': 'X',
  'legalStatus.approvals.0.documentUrl': 'https://x.example',
  'legalStatus.challenge.state': 'settled',
  'legalStatus.challenge.date': '2004',
  'legalStatus.challenge.source': 'X',
  'legalStatus.noticeReferences': 'X',
  'legalStatus.reuse': 'author-yes',
  'resources.0.number': 7,
  'resources.0.kind': 'other',
  'resources.0.title': 'X',
  'resources.0.url': 'https://x.example',
  'resources.0.publisher': 'X',
  'resources.0.date': '2004',
  'resources.0.format': 'pdf',
  'resources.0.seenOn': '2004',
  'resources.0.broken': true,
  'resources.0.note': 'X',
  'results.0.measure': 'X',
  'results.0.before': '1',
  'results.0.after': '2',
  'results.0.unit': 'X',
  'results.0.period': 'X',
  'results.0.measuredBy': 'X',
  'results.0.source': '2',
  'results.0.certainty': 'estimated',
  'contact.name': 'X',
  'contact.organisation': 'X',
  'contact.email': 'x@example.gov.uk',
  'contact.phone': '1',
  'contact.byForm': true,
  contact: null,
}

describe('nothing changes unseen', () => {
  test.each(Object.entries(CHANGES))('a change of %s shows', (path, value) => {
    expect(compareCaseStudies(CONTENT, withChange(path, value), NAMES).changes).toBeGreaterThan(0)
  })

  test('every single thing was tried', () => {
    const tried = Object.keys(CHANGES)
    const missed = leavesOf(CONTENT).filter(
      (leaf) => !tried.some((path) => leaf === path || leaf.startsWith(`${path}.`)),
    )
    expect(missed).toEqual([])
  })

  test('equal versions have nothing to show', () => {
    expect(compareCaseStudies(CONTENT, structuredClone(CONTENT), NAMES)).toMatchObject({
      fields: [],
      changes: 0,
    })
  })
})

test('labels are compared by their names, and fields stand in the order of the page', () => {
  const newer = { ...CONTENT, categories: ['C2', 'D10', 'E9'], impact: 'Very warm.', title: 'Warmer homes' }
  const { fields } = compareCaseStudies(CONTENT, newer, NAMES)
  expect(fields.map(({ label }) => label)).toEqual(['Title', 'Impact', 'Labels'])
  expect(fields[2]).toMatchObject({ added: ['Small and local firms', 'E9'], removed: [] })
})

function withChange(path: string, value: unknown): CaseStudyContent {
  const copy = structuredClone(CONTENT)
  const steps = path.split('.')
  const last = steps.pop() as string
  let at: Record<string, unknown> = copy
  for (const step of steps) at = at[step] as Record<string, unknown>
  at[last] = value
  return copy
}

function leavesOf(value: unknown, path = ''): string[] {
  if (value === null || typeof value !== 'object') return [path]
  return Object.entries(value).flatMap(([name, entry]) => leavesOf(entry, path ? `${path}.${name}` : name))
}
