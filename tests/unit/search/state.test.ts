import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MUST_HAVE } from '@/lib/case-studies/vocabulary'
import { stateQuery } from '@/lib/search/paths'
import { savedRef, savedState } from '@/lib/search/saved'
import { isNarrowed, paramsOf, readState } from '@/lib/search/state'
import { KINDS, SEARCH_FACETS, SORTS } from '@/lib/search/vocabulary'

const read = (query: string) => readState(paramsOf(new URLSearchParams(query)))

describe('the address of a search', () => {
  test('holds words, filters, sort, page and whose rules', () => {
    const state = read(
      '?q=school+meals&kind=case_study&category=d10&region=Wales&region=Scotland&type=unitary&law=PCR2015&has=document&us=wales.welsh-council&rules=same&sort=title&page=3&perPage=50&exactly=1',
    )
    expect(state).toMatchObject({
      words: 'school meals',
      filter: {
        kind: ['case_study'],
        category: ['D10'],
        region: ['Wales', 'Scotland'],
        type: ['unitary'],
        law: ['PCR2015'],
        has: ['document'],
      },
      us: { nation: 'wales', body: 'welsh-council' },
      rules: 'same',
      sort: 'title',
      page: 3,
      perPage: 50,
      exactly: true,
      refusal: '',
    })
    expect(read(stateQuery(state, { page: state.page }))).toEqual(state)
  })

  test('whatever was chosen comes back out of it', () => {
    const state = fc.record({
      q: fc.string({ unit: 'grapheme', maxLength: 40 }),
      kind: fc.subarray(Object.keys(KINDS)),
      region: fc.subarray(['Wales', 'Scotland', 'North East']),
      has: fc.subarray(Object.keys(MUST_HAVE)),
      year: fc.subarray(['2004', '2019']),
      sort: fc.constantFrom(...Object.keys(SORTS)),
      page: fc.integer({ min: 1, max: 500 }).map(String),
      perPage: fc.constantFrom('10', '20', '50'),
    })
    fc.assert(
      fc.property(state, (params) => {
        const once = readState(params)
        expect(read(stateQuery(once, { page: once.page }))).toEqual({ ...once, refusal: '' })
      }),
    )
  })

  test('what it does not understand is left out, and a change leads back to the first page', () => {
    const state = read(
      '?q=bins&region=Atlantis&kind=x&year=20&page=0&perPage=30&sort=up&rules=same&governed=x.y',
    )
    expect(state).toMatchObject({ filter: {}, page: 1, perPage: 20, sort: 'best', rules: '', us: null })
    expect(isNarrowed(state)).toBe(false)
    expect(stateQuery(read('?q=bins&page=4'), { sort: 'title' })).toBe('?q=bins&sort=title')
    expect(stateQuery(read(''))).toBe('')
  })

  test('every facet but one of our own making can be given', () => {
    const values = { category: 'D10', year: '2019', organisation: '7', region: 'Wales', nation: 'England' }
    const query = new URLSearchParams({ ...values, kind: 'story', type: 'unitary', standing: 'current' })
    for (const [name, value] of Object.entries({
      law: 'PA2023',
      approval: 'LEG-OWN',
      challenge: 'settled',
      barrier: 'silos',
      stage: 'clause',
      evidence: 'told',
      state: 'ended',
      value: 'above',
      has: 'figure',
    }))
      query.append(name, value)
    expect(Object.keys(read(query.toString()).filter).sort()).toEqual(
      SEARCH_FACETS.filter((facet) => facet !== 'governed').sort(),
    )
  })
})

describe('what cannot be searched for', () => {
  test('is refused from 1,001 characters on, and kept', () => {
    expect(read(`?q=${'x'.repeat(1000)}`).refusal).toBe('')
    const long = read(`?q=${'x'.repeat(1001)}`)
    expect(long.refusal).toContain('1,001 characters')
    expect(long.refusal).toContain('search again')
    expect(long.words).toHaveLength(1001)
  })

  test('is refused with control characters, and kept without them', () => {
    for (const typed of ['bins%00', 'bi%07ns', 'bins%EF%BF%BF']) {
      const state = read(`?q=${typed}`)
      expect(state.refusal, typed).toContain('search again')
      expect(state.words, typed).toBe('bins')
    }
    expect(read('?q=ŵ+ŷ+🍏+%09x').refusal).toBe('')
  })
})

describe('a saved search', () => {
  test('is kept as its words alone, or as words and filters in one order', () => {
    expect(savedRef(read('?q=School++Meals&page=3&sort=title'))).toBe('school meals')
    const ref = '?q=bins&kind=case_study&region=Scotland&region=Wales'
    expect(savedRef(read('?region=Wales&q=Bins&region=Scotland&kind=case_study&page=2'))).toBe(ref)
    expect(savedRef(savedState(ref))).toBe(ref)
    expect(savedState('school meals').words).toBe('school meals')
    expect(savedState('what? a=b').words).toBe('what? a=b')
  })

  test('asks for something, and not for too much', () => {
    expect(savedRef(read('?page=2&sort=title'))).toBe('')
    expect(savedRef(read(`?q=${'long '.repeat(150)}`))).toBe('')
    expect(savedRef(read('?region=Wales'))).toBe('?region=Wales')
  })

  test('keeps whose rules only where they narrow', () => {
    expect(savedRef(read('?q=bins&us=wales'))).toBe('bins')
    expect(savedRef(read('?q=bins&us=wales&rules=same'))).toBe('?q=bins&us=wales&rules=same')
  })
})
