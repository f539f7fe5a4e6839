import { beforeAll, describe, expect, test } from 'vitest'
import { createCaseStudy } from '@/lib/case-studies/create'
import { filterQuery, readFilter } from '@/lib/case-studies/filter'
import { listCaseStudies } from '@/lib/case-studies/list'
import { findLens } from '@/lib/legal/lens/find'
import { readUs } from '@/lib/legal/lens/read'
import type { Us } from '@/lib/legal/lens/vocabulary'
import { findWhoseRules } from '@/lib/people/whose-rules'
import { db } from '@/lib/platform/db'
import { aProgram, ask } from '@/tests/support/api'
import { aContent, anOrganisation, aPerson, theContentsTree, value } from '@/tests/support/builders'
import { theLawRegister } from '@/tests/support/law'

const CASES = {
  'Homes in Wales': { nation: 'Wales', regime: 'PA2023', commencedOn: '2025-03-01' },
  'Care in England': { nation: 'England', regime: 'PSR-E', commencedOn: '2025-04-01' },
  'Roads in Scotland': { nation: 'Scotland', regime: 'PCSR2015', commencedOn: '2024-05-01' },
  'Old homes in England': { nation: 'England', regime: 'PCR2015', commencedOn: '2023-05-01' },
  'Small homes in England': {
    nation: 'England',
    regime: 'PA2023',
    commencedOn: '2025-06',
    valueBand: 'below',
  },
  'Large homes in England': {
    nation: 'England',
    regime: 'PA2023',
    commencedOn: '2025-06',
    valueBand: 'above',
  },
  'Meals in Malmö': { nation: 'Not UK', regime: 'EU2014' },
  'Something somewhere': {},
} as const

const WELSH = 'wales.welsh-council'
const NHS = 'england.nhs'
const SCOTTISH = 'scotland.scottish-council'

beforeAll(async () => {
  await theContentsTree()
  await theLawRegister()
  const author = await aPerson()
  for (const [title, facts] of Object.entries(CASES)) {
    const base = aContent({ title })
    const content = { ...base, legalStatus: { ...base.legalStatus, nation: 'Not known' as const, ...facts } }
    value(await createCaseStudy(author, { content, note: 'New' }))
  }
})

/** What each case is called under the lens, by its title. */
async function seenBy(us: string) {
  const lens = await findLens(readUs(us) as Us)
  const { rows } = await listCaseStudies(readFilter({ us }))
  return Object.fromEntries(rows.map(({ title, law }) => [title, lens.of(law)]))
}

test('N5 three bodies see different labels on the same three cases, each with its entry in the register', async () => {
  const three = ['Homes in Wales', 'Care in England', 'Roads in Scotland']
  const words = async (us: string) => {
    const seen = await seenBy(us)
    return three.map((title) => [seen[title]?.words, seen[title]?.law?.code])
  }
  expect(await words(WELSH)).toEqual([
    ['Same rules as you', 'PA2023'],
    ['Different rules: English law', 'PSR-E'],
    ['Different rules: Scottish law', 'PCSR2015'],
  ])
  expect(await words(NHS)).toEqual([
    ['Same rules as you', 'PA2023'],
    ['Same rules as you', 'PSR-E'],
    ['Different rules: Scottish law', 'PCSR2015'],
  ])
  expect(await words(SCOTTISH)).toEqual([
    ['Different rules: Procurement Act 2023 and Procurement Regulations 2024', 'PA2023'],
    ['Different rules: English law', 'PSR-E'],
    ['Same rules as you', 'PCSR2015'],
  ])
})

test('what is not recorded is not compared, and a case from abroad is not under UK law', async () => {
  const seen = await seenBy(NHS)
  expect(seen['Something somewhere']).toMatchObject({ same: null, law: null })
  expect(seen['Meals in Malmö']).toMatchObject({ same: false, words: 'Different rules: not UK law' })
  expect(seen['Old homes in England']).toMatchObject({ same: false, words: 'Different rules: earlier law' })
})

test('an NHS body is told of the law that may apply instead to listed services', async () => {
  const { ourLaw } = await findLens(readUs(NHS) as Us)
  expect(ourLaw.general.map(({ code }) => code)).toEqual(['PA2023'])
  expect(ourLaw.special.map(({ code }) => code)).toEqual(['PSR-E'])
})

describe.each([WELSH, NHS, SCOTTISH, 'england', `${NHS}.above`, `${NHS}.below`, 'northern-ireland'])(
  'as %s',
  (us) => {
    test('the list of the same rules holds those that are called the same, and says how many before', async () => {
      const seen = await seenBy(us)
      const same = Object.keys(seen).filter((title) => seen[title]?.same === true)
      const [everything, narrowed] = await Promise.all([
        listCaseStudies(readFilter({ us })),
        listCaseStudies(readFilter({ us, rules: 'same' })),
      ])
      expect(narrowed.rows.map(({ title }) => title).sort()).toEqual(same.sort())
      expect(everything.total).toBe(Object.keys(CASES).length)
      expect([everything.sameRules, narrowed.sameRules]).toEqual([same.length, same.length])
    })
  },
)

test('without the choice nothing is left out and nothing is counted', async () => {
  const filter = readFilter({ us: SCOTTISH, rules: 'same', region: 'Wales' })
  const off = readFilter(Object.fromEntries(new URLSearchParams(filterQuery(filter, { us: null }))))
  expect(off).toMatchObject({ us: null, rules: '', region: ['Wales'] })
  const plain = await listCaseStudies(readFilter({}))
  expect([plain.total, plain.sameRules]).toEqual([Object.keys(CASES).length, null])
})

test('LAB-8 an empty list says which one filter to lift', async () => {
  const { total, without } = await listCaseStudies(
    readFilter({ us: SCOTTISH, rules: 'same', law: 'PA2023', category: 'D10' }),
  )
  expect([total, without]).toEqual([0, { law: 1, rules: 3 }])
})

test('a form begins with the organisation of a profile, and with nothing for somebody without one', async () => {
  const { id } = await anOrganisation('NHS Highland', { type: 'nhs', region: 'Scotland' })
  const [member, stranger] = [await aPerson(), await aPerson()]
  await db.person.update({ where: { id: member.id }, data: { organisationId: id } })
  expect(await findWhoseRules(member)).toEqual({ nation: 'scotland', body: 'nhs' })
  expect(await findWhoseRules(stranger)).toBeNull()
})

test('the fuller legal record is given to programs, and sending it back changes nothing', async () => {
  const author = await aPerson()
  const { legalStatus: plain } = aContent()
  const record = {
    endsOn: '2030',
    valueBand: 'above',
    subjectLink: 'Jobs on site',
    reviewed: { view: 'changed', by: 'A solicitor', date: '2026-01' },
  } as const
  const capacity = 'Monitoring officer'
  const approvals = plain.approvals.map((approval) => ({ ...approval, capacity, access: 'public' as const }))
  const content = aContent({ title: 'Fuller record', legalStatus: { ...plain, ...record, approvals } })
  const { id } = value(await createCaseStudy(author, { content, note: 'New' }))

  const { token } = await aProgram()
  const read = await ask('GET', `/case-studies/${id}`)
  expect(read.body.legalStatus).toMatchObject({ ...record, approvals: [{ capacity, access: 'public' }] })
  const headers = { 'If-Match': read.headers.get('etag') as string }
  const saved = await ask('PUT', `/case-studies/${id}`, { token, body: read.body, headers })
  expect([saved.status, saved.body.revision]).toEqual([200, 1])
})

test('PUR-7 barriers and stages are kept, listed, and given back to programs', async () => {
  const author = await aPerson()
  const content = aContent({
    barriers: ['silos', 'aggregation'],
    contractStages: ['award'],
    title: 'Shared budgets',
  })
  const { id } = value(await createCaseStudy(author, { content, note: 'New' }))
  const { rows } = await listCaseStudies(
    readFilter({ barrier: ['aggregation', 'non-cashable'], stage: 'award' }),
  )
  expect(rows.map(({ title }) => title)).toEqual(['Shared budgets'])

  const { token } = await aProgram()
  const read = await ask('GET', `/case-studies/${id}`)
  expect(read.body.extra).toMatchObject({ barriers: ['silos', 'aggregation'], contractStages: ['award'] })
  const body = { ...read.body, summary: 'Two budgets became one.' }
  const headers = { 'If-Match': read.headers.get('etag') as string }
  const saved = await ask('PUT', `/case-studies/${id}`, { token, body, headers })
  expect(saved.status).toBe(200)
  expect(saved.body.extra).toMatchObject({ barriers: ['silos', 'aggregation'], contractStages: ['award'] })
  const wrong = { ...body, extra: { ...body.extra, barriers: ['weather'] } }
  const refused = await ask('PUT', `/case-studies/${id}`, { token, body: wrong, headers })
  expect([refused.status, refused.body.errors[0].path]).toEqual([422, 'extra.barriers.0'])
})
