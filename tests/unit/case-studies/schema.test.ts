import { describe, expect, test } from 'vitest'
import { draftOf } from '@/lib/case-studies/draft'
import { recordOf } from '@/lib/case-studies/record'
import { caseStudyContent, revisionNote } from '@/lib/case-studies/schema'

const LEGAL = {
  nation: 'England',
  regime: 'UNK',
  procedure: 'unknown',
  approvals: [{ kind: 'UNK' }],
  challenge: { state: 'unknown' },
}
const SMALLEST = {
  title: 'Warm homes',
  summary: 'Homes became warm.',
  context: 'Cold.',
  action: 'Heated.',
  impact: 'Warm.',
  home: 'here',
  categories: 'D10',
  legalStatus: LEGAL,
}

describe('what a case study needs', () => {
  test('the smallest one', () => {
    expect(caseStudyContent.parse(SMALLEST)).toMatchObject({
      title: 'Warm homes',
      state: 'unknown',
      evidence: 'told',
      categories: ['D10'],
      gaps: [],
      resources: [],
      results: [],
      contact: null,
      legalStatus: { reuse: 'not-considered' },
    })
  })

  test.each([
    [{ title: '' }, 'title', 'Enter a title'],
    [{ title: 'x'.repeat(121) }, 'title', 'The title must be 120 characters or fewer. It has 121'],
    [{ summary: 'a '.repeat(61) }, 'summary', 'The summary must be 60 words or fewer. It has 61'],
    [{ context: ' \n ' }, 'context', 'Write the context: what was the situation?'],
    [{ action: '' }, 'action', 'Write the action: what was done?'],
    [{ impact: '' }, 'impact', 'Write the impact: what came of it?'],
    [{ home: 'nowhere' }, 'home', 'Say whether the case study is published elsewhere or lives here'],
    [
      { home: 'elsewhere' },
      'resources.0.url',
      'Link the place where the case study is published, or say that it lives here',
    ],
    [{ categories: [] }, 'categories', 'Tick at least one label'],
    [{ categories: ['Z9'] }, 'categories.0', 'Tick labels from the list'],
    [{ categories: ['D10; drop table'] }, 'categories.0', 'Tick labels from the list'],
    [{ regions: ['Atlantis'] }, 'regions.0', 'Choose regions from the list'],
    [{ gaps: 'x\n'.repeat(31) }, 'gaps', 'List at most 30 things that are not known'],
    [
      { results: [{ measure: 'Spend', certainty: 'told' }] },
      'results.0.after',
      'Enter the result: a number with its unit',
    ],
    [
      { results: [{}, { measure: 'S', after: '1', source: '', certainty: 'told' }] },
      'results.1.source',
      'Say where the figure comes from: the number of a link below, or a few words',
    ],
    [
      { resources: [{ kind: 'news', title: 'T', url: 'javascript:alert(1)' }] },
      'resources.0.url',
      'The link must be a full web address, like https://www.example.gov.uk/report',
    ],
    [
      { contact: { email: 'a@b' } },
      'contact.email',
      'Enter the contact’s e-mail address like name@example.gov.uk',
    ],
    [
      { legalStatus: { ...LEGAL, nation: '' } },
      'legalStatus.nation',
      'Choose the nation whose law applied, or “Not known”',
    ],
    [
      { legalStatus: { ...LEGAL, regime: '__proto__' } },
      'legalStatus.regime',
      'Choose the law it was bought under, or “Not known”',
    ],
    [
      { legalStatus: { ...LEGAL, approvals: [] } },
      'legalStatus.approvals',
      'Say who approved the approach. “Not known” is an honest answer',
    ],
    [
      { legalStatus: { ...LEGAL, challenge: {} } },
      'legalStatus.challenge.state',
      'Choose whether it was challenged, or “Not known”',
    ],
  ])('%j is refused at its field', (change, field, message) => {
    const { error } = caseStudyContent.safeParse({ ...SMALLEST, ...change })
    expect(error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toContainEqual([
      field,
      message,
    ])
  })

  test('empty rows of a form are not there, and labels are ticked once', () => {
    const typed = {
      ...SMALLEST,
      results: [{ certainty: 'told' }, {}],
      resources: [{ kind: 'news', format: 'web' }],
      categories: ['E3.2', 'D10', 'D10'],
    }
    expect(caseStudyContent.parse(typed)).toMatchObject({
      results: [],
      resources: [],
      categories: ['D10', 'E3.2'],
    })
  })

  test('what the form shows of it comes back the same', () => {
    const content = caseStudyContent.parse({
      ...SMALLEST,
      gaps: 'One\nTwo',
      regions: ['Wales'],
      contact: { name: 'Food team', email: 'food@example.gov.uk', byForm: 'on' },
      resources: [{ kind: 'news', title: 'T', url: 'https://example.org', broken: 'on' }],
      results: [{ measure: 'Spend', after: '51%', source: '1', certainty: 'told' }],
    })
    expect(caseStudyContent.parse(draftOf(content))).toEqual(content)
  })

  test('a private address is taken out of what history keeps', () => {
    const contact = { name: 'Food team', email: 'food@example.gov.uk' }
    const hidden = recordOf(caseStudyContent.parse({ ...SMALLEST, contact: { ...contact, byForm: 'on' } }))
    expect(hidden.privateEmail).toBe('food@example.gov.uk')
    expect(JSON.stringify(hidden.record)).not.toContain('food@')
    const shown = recordOf(caseStudyContent.parse({ ...SMALLEST, contact }))
    expect(JSON.stringify(shown.record)).toContain('food@example.gov.uk')
  })

  test('a change is explained in a few words', () => {
    expect(revisionNote.safeParse(' ').error?.issues[0]?.message).toBe('Say in a few words what you changed')
    expect(revisionNote.safeParse('x'.repeat(201)).success).toBe(false)
  })
})
