import { describe, expect, test } from 'vitest'
import { approvalName, judgedBy, legalLabel, regimeName } from '@/lib/legal/label'
import { APPROVALS, CHALLENGES, NATIONS, REGIMES, type RegimeCode } from '@/lib/legal/vocabulary'

const label = (approvalKinds: string[], challengeState = 'unknown', nation = 'England') =>
  legalLabel({ nation, regime: 'UNK', approvalKinds, challengeState })

const LABELS: Record<keyof typeof APPROVALS, string> = {
  'LEG-OWN': 'Approved, as recorded, by: own legal department',
  'LEG-SHARED': 'Approved, as recorded, by: shared legal service',
  'LEG-EXT': 'Approved, as recorded, by: outside solicitors',
  'LEG-KC': 'Approved, as recorded, by: counsel’s opinion',
  PROC: 'On record, not a legal approval: head of procurement or procurement board',
  MEMBER: 'Approved, as recorded, by: cabinet, committee, board or councillors',
  'AUD-INT': 'On record, not a legal approval: internal audit',
  'AUD-EXT': 'On record, not a legal approval: external audit',
  OGC: 'Approved, as recorded, by: Office of Government Commerce (closed 2011)',
  CO: 'Approved, as recorded, by: Cabinet Office',
  GCA: 'Approved, as recorded, by: Crown Commercial Service or Government Commercial Agency',
  SG: 'Approved, as recorded, by: Scottish Government',
  WG: 'Approved, as recorded, by: Welsh Government',
  'NI-CPD': 'Approved, as recorded, by: Construction and Procurement Delivery, Northern Ireland',
  FUND: 'Approved, as recorded, by: funder or managing authority',
  FWK: 'On record, not a legal approval: bought through another body’s framework or dynamic market',
  PRU: 'On record, not a legal approval: government review or investigation of the procurement',
  COURT: 'On record, not a legal approval: court or tribunal decision',
  'ENDORSED-EU': 'Used as EU good practice, not a ruling',
  SELF: 'Author’s own view, not reviewed',
  NONE: 'Not reviewed by anyone',
  UNK: 'Not known',
}

describe('what a listing says of the law', () => {
  test.each(Object.entries(LABELS))('%s: %s', (kind, words) => {
    expect(label([kind])).toBe(words)
  })

  test.each(Object.keys(CHALLENGES))('a challenge that is %s', (state) => {
    const lost = state === 'upheld' || state === 'set-aside'
    expect(label(['LEG-OWN'], state)).toBe(lost ? 'Successfully challenged' : LABELS['LEG-OWN'])
    expect(label([], state)).toBe(lost ? 'Successfully challenged' : 'Not known')
  })

  test('foreign law comes first, and "not known" gives way to what is known', () => {
    expect(label(['LEG-OWN'], 'upheld', 'Not UK')).toBe('Not UK law')
    expect(label(['UNK', 'NONE'])).toBe('Not reviewed by anyone')
    expect(label(['SELF', 'LEG-OWN', 'AUD-EXT'])).toBe('Approved, as recorded, by: own legal department')
  })

  test('what is no approval never reads like one, alone or with another', () => {
    expect(label(['SELF', 'NONE'])).toBe('Author’s own view, not reviewed')
    expect(label(['NONE', 'SELF', 'ENDORSED-EU'])).toBe('Used as EU good practice, not a ruling')
  })

  test('it is always words, never a bare tick', () => {
    for (const nation of NATIONS)
      for (const first of Object.keys(APPROVALS))
        for (const second of Object.keys(APPROVALS))
          for (const state of Object.keys(CHALLENGES)) {
            const words = label([first, second], state, nation)
            if (!/^[A-Z][\w ,’:;()]*\p{L}/u.test(words) || /[✓✔☑✅]|: $/u.test(words))
              throw new Error(`${first} ${second} ${state}: ${words}`)
          }
  })
})

describe('how the law stands', () => {
  test.each(Object.keys(REGIMES) as RegimeCode[])('%s has a name', (code) => {
    expect(regimeName(code)).toBe(REGIMES[code].name)
    expect(regimeName(code).length).toBeGreaterThan(8)
  })

  test.each(NATIONS)('%s is judged by somebody', (nation) => {
    expect(judgedBy(nation)).toMatch(/law|Not known/i)
  })

  test('Scotland has its own law', () => {
    expect(judgedBy('Scotland')).toBe('Scottish law. Do not judge it by the Procurement Act 2023.')
  })

  test('a code that nobody knows is shown as it is', () => {
    expect(approvalName('XYZ')).toBe('XYZ')
    expect(regimeName('XYZ')).toBe('XYZ')
  })
})
