// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LegalStatusBlock } from '@/components/case-studies/legal-status'
import type { LawNow } from '@/components/legal/law-now'
import { caseStudyContent } from '@/lib/case-studies/schema'
import { legalLabel } from '@/lib/legal/label'
import type { LegalStatus } from '@/lib/legal/schema'
import { LABELS, type LegalLabel } from '@/lib/legal/vocabulary'

const LEAST = {
  title: 'Warm homes',
  summary: 'Homes were made warm.',
  ...{ context: 'Cold.', action: 'Bought.', impact: 'Warm.' },
  home: 'here',
  categories: ['D10'],
}

const EARLIER: LawNow = {
  label: 'earlier',
  law: 'PCR2015',
  why: 'It began in 2023 under the Public Contracts Regulations 2015.',
}

const FULL: LegalStatus = {
  nation: 'England',
  regime: 'PCR2015',
  commencedOn: '2023-05',
  awardedOn: '2024-01-09',
  endsOn: '2029',
  valueBand: 'above',
  procedure: 'restricted',
  subjectLink: 'Apprentices worked on the same homes',
  legalPoint: 'Jobs for long-term unemployed people as a condition of contract',
  approvals: [
    {
      kind: 'LEG-OWN',
      body: 'Head of law, Anytown Council',
      capacity: 'adviser to the lead authority',
      date: '2023-04-02',
      scope: 'The clause, not the award',
      conditions: 'Distance is not scored',
      documentUrl: 'https://www.example.gov.uk/minute',
      access: 'on-request',
    },
    { kind: 'OGC', body: '', date: '', scope: '', conditions: '', documentUrl: '' },
  ],
  challenge: { state: 'none-known', date: '2024', source: 'The council' },
  noticeReferences: '2023/S 000-012345',
  reuse: 'author-with-changes',
  reviewed: { view: 'no', by: 'Legal services, another council', date: '2026-03' },
}

test('every fact of the record is on the page, in words', () => {
  const block = drawn(FULL, EARLIER)
  for (const words of [
    'The law of England',
    'Public Contracts Regulations 2015',
    'May 2023',
    '9 January 2024',
    '2029',
    'At or above the threshold of its day',
    'Restricted',
    'Jobs for long-term unemployed people as a condition of contract',
    'Apprentices worked on the same homes',
    'Own legal department: Head of law, Anytown Council, 2 April 2023',
    'In what capacity: adviser to the lead authority',
    'What was approved: The clause, not the award',
    'Conditions: Distance is not scored',
    'Document: The decision (on request)',
    'Office of Government Commerce (closed 2011)',
    'Government Commercial Agency',
    'None known. 2024. The council. That is not the same as lawful.',
    '2023/S 000-012345',
    '3 March 2026, by Priya',
  ])
    expect(block.textContent).toContain(words)
})

test('the label of the law comes first, with why and where to read what changed; then who approved', () => {
  const block = drawn(FULL, EARLIER)
  expect(block.querySelector('h2')?.textContent).toBe(`Legal status: ${LABELS.earlier}`)
  expect(block.textContent).toContain(EARLIER.why)
  expect(block.querySelector('a[href="/law/pcr2015#changed"]')?.textContent).toContain('What changed')
  expect(block.querySelector('.approval')?.textContent).toBe(
    'Approval on record: Approved, as recorded, by: own legal department; Office of Government Commerce (closed 2011)',
  )
})

test('the author’s and the reviewer’s views of reuse stand side by side', () => {
  const views = [...drawn(FULL, EARLIER).querySelectorAll('.views dl > div')].map((view) => view.textContent)
  expect(views).toEqual([
    'The author’s viewThe author thinks so, with changes',
    'A reviewer’s viewA reviewer thinks notLegal services, another council, March 2026',
  ])
})

test.each(Object.keys(LABELS) as LegalLabel[])('%s: words, never a tick, and never as advice', (label) => {
  const block = drawn(FULL, { ...EARLIER, label })
  expect(block.textContent).toContain(LABELS[label])
  expect(block.textContent).toContain('It is not legal advice.')
  expect(block.textContent).not.toMatch(/[✓✔✅☑]/)
  expect(block.querySelector('svg, img')).toBeNull()
})

test('an old version shows the statement as it was made, without the label of today', () => {
  const block = drawn(FULL, undefined)
  expect(block.querySelector('h2')?.textContent).toMatch(/^Legal status: Approved, as recorded, by/)
  expect(block.textContent).toContain('The statement as it was made in this version.')
  expect(block.textContent).not.toContain(LABELS.earlier)
  expect(block.textContent).toContain('Own legal department')
})

test('a label that the register moved says what it was until when, and links why', () => {
  const moved = { version: 3, createdAt: '2026-03-03T10:00:00.000Z', labelBefore: 'current' }
  const block = drawn(FULL, { ...EARLIER, moved })
  expect(block.textContent).toContain(
    'The register moved this label on 3 March 2026: until then it was “Current rules”. Why it moved',
  )
  expect(block.querySelector('a[href="/law/versions/3"]')).not.toBeNull()
  expect(drawn(FULL, EARLIER).textContent).not.toContain('moved this label')
})

test('what nobody knows is said, and readers are asked', () => {
  const unknown: LegalStatus = {
    ...{ nation: 'Not known', regime: 'UNK', procedure: 'unknown', reuse: 'not-considered' },
    ...{ commencedOn: '', awardedOn: '', legalPoint: '', noticeReferences: '' },
    challenge: { state: 'unknown', date: '', source: '' },
    approvals: [{ kind: 'UNK', body: '', date: '', scope: '', conditions: '', documentUrl: '' }],
  }
  const block = drawn(unknown, { label: 'not-known', law: '', why: '' })
  expect(block.querySelector('h2')?.textContent).toBe('Legal status: Not known')
  expect(block.querySelector('a[href="/case-studies/7-homes/edit?section=legal"]')).not.toBeNull()
  expect(block.textContent).toContain('Not reviewed')
})

function drawn(legalStatus: LegalStatus, law: LawNow | undefined): HTMLElement {
  const { nation, regime, approvals, challenge } = legalStatus
  const approvalKinds = approvals.map(({ kind }) => kind)
  document.body.innerHTML = renderToStaticMarkup(
    <LegalStatusBlock
      page={{ id: 7, slug: 'homes' }}
      content={caseStudyContent.parse({ ...LEAST, legalStatus })}
      law={law}
      verdict={legalLabel({ nation, regime, approvalKinds, challengeState: challenge.state })}
      legalPointHtml={legalStatus.legalPoint ? `<p>${legalStatus.legalPoint}</p>` : ''}
      entered={{ by: 'Priya', on: '3 March 2026' }}
      editable={law !== undefined}
    />,
  )
  return document.body
}
