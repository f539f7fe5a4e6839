import { describe, expect, test } from 'vitest'
import { nationOf } from '@/lib/legal/nation'
import { type Register, register } from '@/lib/legal/register'
import { type Facts, standingUnder } from '@/lib/legal/standing'
import { NATIONS, REGIMES } from '@/lib/legal/vocabulary'
import { REGIONS } from '@/lib/organisations/vocabulary'
import { readYaml } from '@/prisma/starter-files'

const starter: Register = register.parse(await readYaml('laws.yaml'))
const TODAY = '2026-11-22'
const UNKNOWN: Facts = {
  nation: 'England',
  regime: 'UNK',
  commencedOn: '',
  startedOn: '',
  awardedOn: '',
  leadRegion: '',
  bodyType: '',
}
const standing = (facts: Partial<Facts>, today = TODAY) =>
  standingUnder(starter, { ...UNKNOWN, ...facts }, today)
const label = (facts: Partial<Facts>, today = TODAY) => standing(facts, today).label

// current, earlier, recheck, not-uk, not-known
const WORDS = { C: 'current', E: 'earlier', R: 'recheck', X: 'not-uk', '?': 'not-known' } as const
const COLUMNS = [
  'England',
  'Wales',
  'Scotland',
  'Northern Ireland',
  'England and Wales',
  'UK-wide',
  'Not UK',
  'Not known',
] as const

/** Every law of the vocabulary in every nation: with a date in its own time, and with none. */
const GOLDEN: [law: string, began: string, labels: string][] = [
  //                           E W S N E&W UK X ?
  ['PA2023', '2025-03-01', 'C C R C C R X R'],
  ['PA2023', '', 'C C R C C R X R'],
  ['PA2023', '2023', 'R R R R R R X R'],
  ['PCR2015', '2023', 'E E R E E E X E'],
  ['PCR2015', '', 'E E R E E E X E'],
  ['PCR2015', '2025-02-23', 'E E R E E E X E'],
  ['PCR2015', '2025-02-24', 'R R R R R R X R'],
  ['UCR2016', '2020-06', 'E E R E E E X E'],
  ['CCR2016', '2020-06', 'E E R E E E X E'],
  ['DSPCR2011', '2020-06', 'E E R E E E X E'],
  ['PCR2006', '2009', 'E E R E E E X E'],
  ['PCR2006', '', 'E E R E E E X E'],
  ['PCR2006', '2025-03-01', 'R R R R R R X R'],
  ['PRE2006', '2000', 'E E E E E E X E'],
  ['PRE2006', '2009', 'R R R R R R X R'],
  ['EU2004', '2009', 'E E E E E E X E'],
  ['EU2014', '2018', 'X X X X X X X X'],
  ['PRSA2014', '2019', 'R R C R R R X R'],
  ['PRSA2014', '2025-03-01', 'R R C R R R X R'],
  ['PRSA2014', '2014', 'R R R R R R X R'],
  ['PCSR2015', '2019', 'R R C R R R X R'],
  ['PCSR2015', '', 'R R C R R R X R'],
  ['PSR-E', '2024-05', 'C R R R R R X R'],
  ['PSR-E', '2023', 'R R R R R R X R'],
  ['PSR-W', '2025-05', 'R C R R R R X R'],
  ['PSR-W', '2025', 'R R R R R R X R'],
  ['LGA2000', '2010', 'E E R R E E X ?'],
  ['LGA2000', '', '? ? R R ? ? X ?'],
  ['LGA2000', '2025-03-01', 'R R R R R R X ?'],
  ['BTH', '2023', 'E E R E E R X ?'],
  ['BTH', '2025-03-01', 'R R R R R R X ?'],
  ['BTH', '', '? ? ? ? ? ? X ?'],
  ['OTH', '2023', 'E E R E E R X ?'],
  ['OTH', '2025-03-01', 'R R R R R R X ?'],
  ['OTH', '', '? ? ? ? ? ? X ?'],
  ['UNK', '1999', 'E E E E E E X ?'],
  ['UNK', '2010', 'E E E E E E X ?'],
  ['UNK', '2023', 'E E C E E R X ?'],
  ['UNK', '2025', 'R R C R R R X ?'],
  ['UNK', '2025-03-01', 'C C C C C R X ?'],
  ['UNK', '', '? ? ? ? ? ? X ?'],
]

describe('every law in every nation', () => {
  test.each(GOLDEN)('%s, begun "%s"', (regime, commencedOn, labels) => {
    const expected = labels.split(' ').map((sign) => WORDS[sign as keyof typeof WORDS])
    const found = COLUMNS.map((nation) => label({ nation, regime, commencedOn }))
    expect(Object.fromEntries(COLUMNS.map((nation, at) => [nation, found[at]]))).toEqual(
      Object.fromEntries(COLUMNS.map((nation, at) => [nation, expected[at]])),
    )
  })

  test('the table leaves none out', () => {
    expect([...COLUMNS].sort()).toEqual([...NATIONS].sort())
    expect(new Set(GOLDEN.map(([law]) => law))).toEqual(new Set(Object.keys(REGIMES)))
  })

  test('everything is said why, in a sentence or few', () => {
    for (const regime of Object.keys(REGIMES))
      for (const nation of NATIONS)
        for (const commencedOn of ['', '1999', '2010', '2016', '2023', '2025', '2025-02', '2025-03-01'])
          for (const leadRegion of ['', 'London', 'Scotland', 'UK-wide']) {
            const { why, law, url } = standing({ regime, nation, commencedOn, leadRegion })
            if (!/^[A-Z].{20,420}\.$/.test(why) || /undefined|\s\.|\.\.| {2}/.test(why)) throw new Error(why)
            if (law !== '' && !starter.laws.some(({ code }) => code === law)) throw new Error(law)
            if (url !== '' && !url.startsWith('http')) throw new Error(url)
          }
  })
})

describe('the cases that the register was made for', () => {
  test('an English council in 2023: earlier rules, which still govern that contract', () => {
    expect(standing({ commencedOn: '2023', bodyType: 'unitary', leadRegion: 'North East' })).toEqual({
      label: 'earlier',
      law: 'PCR2015',
      why: 'It began in 2023 in England under the Public Contracts Regulations 2015 or an earlier law, replaced for new procurements on 24 February 2025. They still govern that contract or framework to its end, including changes to it.',
      url: expect.stringContaining('procurement-act-2023-transitional'),
    })
  })

  test('an English council on 1 March 2025: current rules', () => {
    const { label, law, why } = standing({ commencedOn: '2025-03-01', bodyType: 'unitary' })
    expect([label, law]).toEqual(['current', 'PA2023'])
    expect(why).toBe(
      'It began on 1 March 2025 under the Procurement Act 2023 and Procurement Regulations 2024, in force in England since 24 February 2025.',
    )
  })

  test('the change fell on 24 February 2025 and not a day earlier', () => {
    expect(label({ commencedOn: '2025-02-23' })).toBe('earlier')
    expect(label({ commencedOn: '2025-02-24' })).toBe('current')
  })

  test('a Scottish council is judged by Scottish law whatever the date, and never by the Procurement Act 2023', () => {
    for (const commencedOn of ['2017', '2019-05', '2023', '2025', '2025-03-01', '2026-01']) {
      const found = standing({ nation: 'Scotland', commencedOn, bodyType: 'scottish-council' })
      expect([commencedOn, found.label, found.law]).toEqual([commencedOn, 'current', 'PCSR2015'])
      expect(found.why).not.toContain('Procurement Act 2023')
    }
    expect(standing({ nation: 'Scotland', commencedOn: '2010' })).toMatchObject({
      label: 'earlier',
      law: 'SCOT-EARLIER',
    })
  })

  test.each([
    ['UK-wide', 'London', '2023', 'earlier', 'PCR2015'],
    ['UK-wide', 'Scotland', '2023', 'current', 'PCSR2015'],
    ['UK-wide', 'Wales', '2025-03-01', 'current', 'PA2023'],
    ['UK-wide', 'Northern Ireland', '2024', 'earlier', 'PCR2015'],
    ['UK-wide', '', '2023', 'recheck', ''],
    ['UK-wide', 'UK-wide', '2023', 'recheck', ''],
    ['England and Wales', 'Wales', '2025-03-01', 'current', 'PA2023'],
    ['England and Wales', '', '2025-03-01', 'current', 'PA2023'],
    ['Not known', 'South West', '2023', 'earlier', 'PCR2015'],
    ['Not known', 'Scotland', '2023', 'current', 'PCSR2015'],
    ['Not known', 'Europe', '2023', 'not-uk', ''],
    ['Not known', '', '2023', 'not-known', ''],
  ])(
    'bought jointly or nobody knows where: %s, led from "%s", %s: %s',
    (nation, leadRegion, commencedOn, expected, law) => {
      const found = standing({ nation, leadRegion, commencedOn })
      expect([found.label, found.law]).toEqual([expected, law])
    },
  )

  test('a body of the whole United Kingdom names its law', () => {
    const facts = { nation: 'UK-wide', regime: 'PA2023', commencedOn: '2025-06' }
    expect(label({ ...facts, leadRegion: 'UK-wide' })).toBe('current')
    expect(label(facts)).toBe('recheck')
    expect(label({ ...facts, leadRegion: 'Scotland' })).toBe('recheck')
  })
})

describe('facts that contradict one another say which to check', () => {
  test.each([
    [
      { regime: 'PA2023', commencedOn: '2023' },
      'before the Procurement Act 2023 and Procurement Regulations 2024 came into force on 24 February 2025. Check the date and the law.',
    ],
    [{ regime: 'PA2023', awardedOn: '2024' }, 'It was awarded in 2024, before'],
    [
      { regime: 'PCR2015', commencedOn: '2025-06' },
      'no longer governed new procurements. Check the date and the law.',
    ],
    [{ regime: 'PCR2015', nation: 'Scotland' }, 'not the law of Scotland. Check the law and the nation.'],
    [{ regime: 'PSR-W' }, 'not the law of England. Check the law and the nation.'],
    [{ regime: 'LGA2000', nation: 'Scotland' }, 'not the law of Scotland. Check the law and the nation.'],
    [{ commencedOn: '2024', awardedOn: '2023' }, 'awarded before that, in 2023. Check both dates.'],
    [
      { commencedOn: '2025' },
      'It began in 2025, and the law of England changed on 24 February 2025. Check the exact day on which it began.',
    ],
    [
      { commencedOn: '2025-02' },
      'It began in February 2025, and the law of England changed on 24 February 2025.',
    ],
    [{ regime: 'PA2023', commencedOn: '2025' }, 'changed on 24 February 2025. Check the exact day'],
    [{ awardedOn: '2025-06' }, 'Check the day on which the procurement began.'],
    [{ nation: 'Scotland', commencedOn: '2016' }, 'the law of Scotland changed in 2016.'],
  ])('%j', (facts, words) => {
    const found = standing(facts)
    expect(found.label).toBe('recheck')
    expect(found.why).toContain(words)
  })

  test('a law that does not govern this type of body', () => {
    const forNhs = {
      laws: starter.laws.map((law) => (law.code === 'PSR-E' ? { ...law, bodyTypes: ['nhs' as const] } : law)),
    }
    const facts = { ...UNKNOWN, regime: 'PSR-E', commencedOn: '2024-05' }
    expect(standingUnder(forNhs, { ...facts, bodyType: 'nhs' }, TODAY).label).toBe('current')
    expect(standingUnder(forNhs, { ...facts, bodyType: '' }, TODAY).label).toBe('current')
    expect(standingUnder(forNhs, { ...facts, bodyType: 'unitary' }, TODAY)).toMatchObject({
      label: 'recheck',
      why: expect.stringContaining('does not govern this type of body'),
    })
  })
})

describe('dates', () => {
  test('an award says that it began earlier', () => {
    expect(label({ awardedOn: '2024' })).toBe('earlier')
    expect(label({ regime: 'PA2023', awardedOn: '2025' })).toBe('current')
    expect(label({ commencedOn: '2024', awardedOn: '2025-06' })).toBe('earlier')
  })

  test('where no other date is known, what started says that it was bought before', () => {
    expect(standing({ startedOn: '2007' })).toMatchObject({
      label: 'earlier',
      why: expect.stringContaining('What is described started in 2007 in England under'),
    })
    expect(label({ startedOn: '2026' })).toBe('recheck')
    // It says nothing against a law that is named: the same may have been bought again.
    expect(label({ startedOn: '2000', regime: 'PA2023' })).toBe('current')
    expect(label({ startedOn: '2000', commencedOn: '2025-03-01' })).toBe('current')
  })

  test('a law of tomorrow governs from its first day', () => {
    const next = { ...starter.laws[0], code: 'PA2027', from: '2027-04-01', successors: [], name: 'Next Act' }
    const laws = starter.laws.map((law) =>
      law.code === 'PA2023' ? { ...law, to: '2027-04-01', successors: ['PA2027'] } : law,
    )
    const future = register.parse({ laws: [...laws, next] })
    const facts = { ...UNKNOWN, commencedOn: '2025-03-01' }
    expect(standingUnder(future, facts, '2027-03-31').label).toBe('current')
    expect(standingUnder(future, facts, '2027-04-01').label).toBe('earlier')
    expect(standingUnder(future, { ...UNKNOWN, regime: 'PA2027' }, TODAY).label).toBe('recheck')
  })

  test('health services are judged by their own regime only where it is named', () => {
    expect(standing({ commencedOn: '2024-05', bodyType: 'nhs' })).toMatchObject({
      label: 'earlier',
      law: 'PCR2015',
    })
    expect(standing({ commencedOn: '2024-05', regime: 'PSR-E' })).toMatchObject({
      label: 'current',
      law: 'PSR-E',
    })
  })
})

test.each(REGIONS)('%s lies in a nation, or across them', (region) => {
  const own = ['Wales', 'Scotland', 'Northern Ireland'].includes(region) ? region : 'England'
  expect(nationOf(region)).toBe(region === 'UK-wide' ? null : region === 'Europe' ? 'Not UK' : own)
})

test('a region that nobody knows lies nowhere', () => {
  expect([nationOf(''), nationOf('Atlantis')]).toEqual([null, null])
})
