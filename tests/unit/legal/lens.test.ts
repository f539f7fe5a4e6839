import { describe, expect, test } from 'vitest'
import { bandsOf, codesOf, type Governed, lawsOf, ourLawOf, sameRules } from '@/lib/legal/lens'
import { usText, withUs } from '@/lib/legal/lens/paths'
import { readUnfinished, readUs, usOfOrganisation } from '@/lib/legal/lens/read'
import type { Us } from '@/lib/legal/lens/vocabulary'
import type { Law, Register } from '@/lib/legal/register'

const today = '2026-11-22'

function aLaw(code: string, facts: Partial<Law>): Law {
  const empty = { to: '', successors: [], transition: '', note: '', changes: '', url: '', changesUrl: '' }
  return {
    ...empty,
    code,
    name: `${code} Act`,
    kind: 'procurement',
    nations: [],
    bodyTypes: [],
    from: '',
    ...facts,
  }
}

const register: Register = {
  laws: [
    aLaw('OLD', {
      nations: ['England', 'Wales', 'Northern Ireland'],
      from: '2015',
      to: '2025-02-24',
      successors: ['NEW'],
    }),
    aLaw('NEW', { nations: ['England', 'Wales', 'Northern Ireland'], from: '2025-02-24' }),
    aLaw('NEXT', { nations: ['England'], from: '2027-01-01' }),
    aLaw('SCOTS', { nations: ['Scotland'] }),
    aLaw('SCOTS-OLD', { nations: ['Scotland'], successors: ['SCOTS'] }),
    aLaw('HEALTH', { nations: ['England'], from: '2024-01-01', kind: 'special', bodyTypes: ['nhs'] }),
    aLaw('HEALTH-W', { nations: ['Wales'], from: '2025-02-24', kind: 'special', bodyTypes: ['nhs'] }),
    aLaw('DUTY', { nations: ['Wales'], kind: 'duty' }),
    aLaw('EU', {}),
  ],
}

const us = (text: string) => readUs(text) as Us
const aCase = (label: string, law: string, valueBand = 'unknown'): Governed => ({ label, law, valueBand })
const verdict = (who: string, facts: Governed) => sameRules(register, us(who), facts, today)

describe('who is reading', () => {
  test.each([
    ['scotland.scottish-council.above', 'scotland.scottish-council.above'],
    ['above.nhs.england', 'england.nhs.above'],
    ['wales', 'wales'],
    ['welsh-council', 'wales.welsh-council'],
    ['england.scottish-council', 'scotland.scottish-council'],
    ['england.european.supplier.constructor', 'england'],
  ])('%s is read as %s', (typed, kept) => {
    expect(usText(us(typed))).toBe(kept)
  })

  test.each([[''], ['nhs.above'], ['toString'], ['France']])(
    '%j names no nation, so nothing is compared',
    (typed) => {
      expect(readUs(typed)).toBeNull()
    },
  )

  test('a form sends the three apart, and is asked again for the nation with the rest kept', () => {
    expect(readUs(['wales', 'nhs', 'below'])).toEqual({ nation: 'wales', body: 'nhs', band: 'below' })
    expect(readUnfinished(['', 'nhs', ''])).toEqual({ body: 'nhs' })
    expect(readUnfinished(['', '', ''])).toBeNull()
    expect(readUnfinished(['wales', '', ''])).toBeNull()
    expect(readUnfinished(undefined)).toBeNull()
  })

  test('an address keeps what it holds', () => {
    expect(withUs('/search?q=bins#found', us('wales'))).toBe('/search?q=bins&us=wales#found')
    expect(withUs('/case-studies', us('wales.nhs'))).toBe('/case-studies?us=wales.nhs')
    expect(withUs('/case-studies', null)).toBe('/case-studies')
  })

  test.each([
    [
      { region: 'London', type: 'london-borough' },
      { nation: 'england', body: 'london-borough' },
    ],
    [
      { region: 'Scotland', type: 'nhs' },
      { nation: 'scotland', body: 'nhs' },
    ],
    [{ region: 'UK-wide', type: 'agency' }, { body: 'agency' }],
    [{ region: 'Europe', type: 'european' }, {}],
    [
      { region: '', type: 'welsh-council' },
      { nation: 'wales', body: 'welsh-council' },
    ],
  ])('somebody who belongs to %j starts from %j', (organisation, expected) => {
    expect(usOfOrganisation(organisation)).toEqual(expected)
  })
})

describe('the law of a body today', () => {
  test.each([
    ['england.unitary', ['NEW'], []],
    ['england.nhs', ['NEW'], ['HEALTH']],
    ['wales.nhs', ['NEW'], ['HEALTH-W']],
    ['northern-ireland.nhs', ['NEW'], []],
    ['scotland.scottish-council', ['SCOTS'], []],
  ])('%s', (who, general, special) => {
    const laws = lawsOf(register, us(who), today)
    expect(codesOf(laws)).toEqual([...general, ...special])
    expect(ourLawOf(laws).special.map(({ code }) => code)).toEqual(special)
  })

  test('a body of a kind not said may be covered by a law for some kinds', () => {
    expect(codesOf(lawsOf(register, us('england'), today))).toEqual(['NEW', 'HEALTH'])
    expect(codesOf(lawsOf(register, us('england.unitary'), today))).toEqual(['NEW'])
  })

  test('a law that has not begun does not count, and counts from its first day', () => {
    expect(codesOf(lawsOf(register, us('england.unitary'), '2027-01-01'))).toEqual(['NEW', 'NEXT'])
  })
})

describe('same rules or not', () => {
  test('the same three cases look different to a Welsh council, an NHS body in England and a Scottish council', () => {
    const cases = [aCase('current', 'NEW'), aCase('current', 'HEALTH'), aCase('current', 'SCOTS')]
    const seenBy = (who: string) => cases.map((facts) => verdict(who, facts).words)
    expect(seenBy('wales.welsh-council')).toEqual([
      'Same rules as you',
      'Different rules: English law',
      'Different rules: Scottish law',
    ])
    expect(seenBy('england.nhs')).toEqual([
      'Same rules as you',
      'Same rules as you',
      'Different rules: Scottish law',
    ])
    expect(seenBy('scotland.scottish-council')).toEqual([
      'Different rules: NEW Act',
      'Different rules: English law',
      'Same rules as you',
    ])
  })

  test.each([
    ['wales', aCase('earlier', 'OLD'), false, 'Different rules: earlier law', 'OLD'],
    ['england', aCase('earlier', 'SCOTS-OLD'), false, 'Different rules: earlier Scottish law', 'SCOTS-OLD'],
    ['england', aCase('not-uk', 'EU'), false, 'Different rules: not UK law', 'EU'],
    ['england', aCase('not-uk', ''), false, 'Different rules: not UK law', undefined],
    ['england', aCase('not-known', ''), null, 'Not known whether the rules are yours', undefined],
    ['england', aCase('recheck', 'NEW'), null, 'Not known whether the rules are yours', undefined],
    ['england', aCase('current', 'GONE'), null, 'Not known whether the rules are yours', undefined],
    ['england.unitary', aCase('current', 'HEALTH'), false, 'Different rules: HEALTH Act', 'HEALTH'],
  ])('%s sees %j', (who, facts, same, words, code) => {
    const found = verdict(who, facts)
    expect([found.same, found.words, found.law?.code]).toEqual([same, words, code])
    if (code) expect(found.why).toContain(`${code} Act`)
    expect(found.why).not.toMatch(/lawful/i)
  })

  test.each([
    ['england.unitary', 'below', true],
    ['england.unitary', 'above', true],
    ['england.unitary', 'unknown', true],
    ['england.unitary.above', 'above', true],
    ['england.unitary.above', 'unknown', true],
    ['england.unitary.above', 'below', false],
    ['england.unitary.below', 'below', true],
    ['england.unitary.below', 'above', false],
    ['england.unitary.below', 'unknown', null],
  ])('%s beside a contract that was %s the threshold: %s', (who, band, same) => {
    expect(verdict(who, aCase('current', 'NEW', band)).same).toBe(same)
    expect(bandsOf(us(who)).includes(band)).toBe(same === true)
  })
})
