// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CaseStudyRowItem } from '@/components/case-studies/case-study-row'
import { CaseStudyFacts } from '@/components/case-studies/facts'
import type { CaseStudyRow } from '@/lib/case-studies/rows'
import { caseStudyContent } from '@/lib/case-studies/schema'
import type { LegalLabel } from '@/lib/legal/vocabulary'

const APPROVED = 'Approved, as recorded, by: own legal department'

test.each<[LegalLabel, string, string, string]>([
  ['earlier', APPROVED, 'Law: Earlier rules', APPROVED],
  ['current', 'Not known', 'Law: Current rules', 'Approval: Not known'],
  ['recheck', 'Not reviewed by anyone', 'Law: Re-check needed', 'Not reviewed by anyone'],
  ['not-known', APPROVED, 'Law: Not known', APPROVED],
])('a row says how the law stands, %s, and who approved: %s', (label, legal, law, approval) => {
  const facts = factsOfRow(label, legal)
  expect(facts).toContain(law)
  expect(facts).toContain(approval)
})

test.each<[LegalLabel, string]>([
  ['not-known', 'Not known'],
  ['not-uk', 'Not UK law'],
])('%s: where both say the same, a row says it once', (label, legal) => {
  const facts = factsOfRow(label, legal)
  expect(facts).toContain(`Legal status: ${legal}`)
  expect(facts.join(' ').split(legal)).toHaveLength(2)
})

test('the key facts say both, and lead to the record', () => {
  const strip = drawn({ law: law('earlier'), approval: APPROVED })
  expect(strip.textContent).toContain(`Legal statusEarlier rules${APPROVED}. See what is on record`)
  expect(strip.querySelector('a[href="#legal"]')).not.toBeNull()
  expect(drawn({ law: law('current'), approval: 'Not known' }).textContent).toContain('Approval not known.')
})

test('the key facts of an old version say who approved, and nothing of the law of today', () => {
  expect(drawn({ approval: APPROVED }).textContent).toContain(`Legal status${APPROVED}See what is on record`)
})

const law = (label: LegalLabel) => ({ label, law: 'PCR2015', why: 'Why', valueBand: 'unknown' })

const ROW: CaseStudyRow = {
  ...{ id: 7, slug: 'homes', title: 'Warm homes', summary: 'Homes were made warm.', regions: [] },
  ...{
    organisation: { id: null, slug: '', name: 'Anytown' },
    dateNote: '',
    state: 'unknown',
    evidence: 'told',
  },
  ...{ checkedOn: '', legal: 'Not known', law: law('not-known'), labels: [], headline: null, firstGap: '' },
  ...{ resultCount: 0, resourceCount: 0, documentCount: 0, changedAt: '', addedAt: '' },
}

function factsOfRow(label: LegalLabel, legal: string): string[] {
  document.body.innerHTML = renderToStaticMarkup(
    <CaseStudyRowItem row={{ ...ROW, legal, law: law(label) }} />,
  )
  return [...document.querySelectorAll('.facts > span')].map((fact) => fact.textContent ?? '')
}

function drawn(legal: Parameters<typeof CaseStudyFacts>[0]['legal']): HTMLElement {
  const content = caseStudyContent.parse({
    ...{ title: 'Warm homes', summary: 'Warm.', context: 'Cold.', action: 'Bought.', impact: 'Warm.' },
    ...{ home: 'here', categories: ['D10'] },
    legalStatus: {
      ...{ nation: 'England', regime: 'UNK', procedure: 'unknown', approvals: [{ kind: 'UNK' }] },
      challenge: { state: 'unknown' },
    },
  })
  document.body.innerHTML = renderToStaticMarkup(
    <CaseStudyFacts page={ROW} content={content} organisation={null} legal={legal} />,
  )
  return document.body
}
