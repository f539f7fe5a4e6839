import { beforeAll, describe, expect, test } from 'vitest'
import { search } from '@/lib/search/find'
import { planOf } from '@/lib/search/plan/expand'
import type { Found } from '@/lib/search/schema'
import { readState } from '@/lib/search/state'
import { theContentsTree } from '@/tests/support/builders'
import { engines } from '@/tests/support/search-engines'
import { ask, keepAll, searchFixtures } from '@/tests/support/search-fixtures'

const fixtures = searchFixtures()
const keys = new Map([...fixtures].map(([key, { id }]) => [id, key]))
const keysOf = ({ ids }: Found) => ids.map((id) => keys.get(id) ?? id)

beforeAll(async () => {
  await theContentsTree()
  await keepAll(fixtures.values())
  for (const { settle } of engines) await settle()
}, 60_000)

const odd = [
  ...[
    '-',
    '"',
    '""',
    '" "',
    "'",
    '--',
    '-"',
    '-""',
    '- -',
    '(',
    ')',
    ':',
    '*',
    '&',
    '|',
    '!',
    '<',
    '>',
    '\\',
  ],
  ...[
    'AND OR NOT',
    'school AND OR NOT ( ) : * & | ! < >',
    'a:b',
    'a <-> b',
    "'; DROP TABLE page; --",
    '%',
    '_',
    '%%',
  ],
  ...[
    '$1',
    '\\u0000',
    'x'.repeat(250),
    'ü'.repeat(250),
    '-x'.repeat(200),
    '"a" '.repeat(200),
    '1'.repeat(300),
  ],
  ...[
    '😀',
    '🏴󠁧󠁢󠁷󠁬󠁳󠁿 Wales',
    '👩‍💻 desk',
    'ŵ ŷ',
    '“curly”',
    '‘single’',
    'zero\u200bwidth',
    '\u200b',
    '\ufeffsalt',
    'مرحبا',
    'עברית',
  ],
  ...[
    '\u202efood',
    'e\u0301cole',
    '漢字',
    '½',
    '①',
    '\ud800',
    '\udc00 x',
    'İstanbul',
    'ﬁsh',
    'ß',
    'the of and',
    'no',
    'a',
    '0',
  ],
  ...[
    '...',
    '…',
    '– —',
    '\t\n',
    ' ',
    '\u00a0',
    '__proto__',
    'constructor',
    'toString hasOwnProperty',
    '{"a":1}',
    '[]',
  ],
]

describe.each(engines)('$engine.name', ({ engine }) => {
  test.each(odd)('K14: %j is answered', async (typed) => {
    for (const match of ['all', 'any'] as const) {
      const found = await ask(engine, typed, { match })
      expect(found.total).toBeGreaterThanOrEqual(0)
      expect(found.ids.length).toBeLessThanOrEqual(50)
    }
  })

  test('accents, capitals and unseen characters make no difference', async () => {
    expect(keysOf(await ask(engine, 'LLANŶBYDDER'))).toEqual(['cs-welsh'])
    expect(keysOf(await ask(engine, 'llanybydder'))).toEqual(['cs-welsh'])
    expect(keysOf(await ask(engine, 'dw\u0302r'))).toEqual(['cs-welsh'])
    expect(keysOf(await ask(engine, 'quern\u00adstone\u200b'))).toHaveLength(7)
    expect(keysOf(await ask(engine, 'Quernstone'))).toHaveLength(7)
    expect(keysOf(await ask(engine, 'community & benefit clauses'))).toContain('cs-community-benefit')
  })

  test('a query of words that say nothing alone is looked for all the same', async () => {
    expect((await ask(engine, 'no')).total).toBeGreaterThan(0)
    expect(keysOf(await ask(engine, '"what it is for"'))).toEqual(['help-about'])
  })

  test('K13: a thousand characters are answered at once, and it is said that not all words counted', async () => {
    const typed = 'timber repairs uniforms cleaning vegetables electricity stationery commissioning '.repeat(
      12,
    )
    expect(typed.slice(0, 1000)).toHaveLength(typed.length > 1000 ? 1000 : typed.length)
    const long = typed.slice(0, 1000)
    await ask(engine, long)
    const begun = performance.now()
    await ask(engine, long, { match: 'any' })
    expect(performance.now() - begun).toBeLessThan(3000)
    const plan = await planOf({ typed: long, exactly: false, acl: ['public'] })
    expect(plan.truncated).toBe(true)
    expect(plan.terms.length).toBeLessThanOrEqual(10)
  })
})

describe('K13: what is too long', () => {
  test('is refused with the text kept', () => {
    expect(readState({ q: 'x'.repeat(1000) }).refusal).toBe('')
    const { refusal, words } = readState({ q: 'x'.repeat(1001) })
    expect(refusal).toContain('1,001 characters')
    expect(words).toHaveLength(1001)
  })

  test('control characters are refused and taken out of the box', () => {
    const { refusal, words } = readState({ q: 'salt\u0000 grit' })
    expect(refusal).toContain('control characters')
    expect(words).toBe('salt grit')
  })
})

test.each(odd)('the search page answers %j, or says why not', async (typed) => {
  const state = readState({ q: typed })
  if (state.refusal) return
  const { total, hits, others } = await search(state, ['public'])
  expect(total).toBeGreaterThanOrEqual(0)
  expect(hits.length + others.length).toBeLessThan(50)
})
