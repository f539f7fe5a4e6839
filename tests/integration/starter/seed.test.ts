import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readFilter } from '@/lib/case-studies/filter'
import { listCaseStudies } from '@/lib/case-studies/list'
import { findRegister } from '@/lib/legal/queries'
import { db } from '@/lib/platform/db'
import { verifyChains } from '@/lib/revisions/verify'
import { findVisibleStory, listStories } from '@/lib/stories/queries'
import { signIn } from '@/lib/users/sign-in'
import { seed } from '@/prisma/seed'
import { pagesIn, searchFor } from '@/tests/support/search-for'

const counts = async () => ({
  cases: await db.caseStudy.count(),
  stories: await db.story.count(),
  revisions: await db.revision.count(),
  organisations: await db.organisation.count(),
  headings: await db.category.count(),
  people: await db.person.count(),
})

// The same steps as on a machine that stops in the middle of its first start.
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  process.env.DEMO = ''
  await db.$executeRawUnsafe(`CREATE FUNCTION cut_short() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF (SELECT count(*) FROM case_study) >= 20 THEN RAISE EXCEPTION 'power cut'; END IF; RETURN NEW; END $$`)
  await db.$executeRawUnsafe(
    'CREATE TRIGGER cut_short BEFORE INSERT ON case_study FOR EACH ROW EXECUTE FUNCTION cut_short()',
  )
  await expect(seed()).rejects.toThrow('power cut')
  expect(await db.caseStudy.count()).toBe(20)
  await db.$executeRawUnsafe('DROP TRIGGER cut_short ON case_study')
  await seed()
}, 120_000)

afterAll(() => {
  process.env.DEMO = ''
})

describe('the starter content', () => {
  test('a load that was cut short is finished, and nothing is there twice', async () => {
    expect(await counts()).toMatchObject({ cases: 38, stories: 3, revisions: 41, people: 1 })
    const titles = await db.caseStudy.findMany({ select: { title: true } })
    expect(new Set(titles.map(({ title }) => title)).size).toBe(38)
    expect(await verifyChains()).toEqual({ pages: 41, revisions: 41, faults: [], withheld: 0 })
  })

  test('a second load changes nothing', async () => {
    const before = await counts()
    await seed()
    expect(await counts()).toEqual(before)
  })

  test('every case study is labelled by the first law register, and by no law of another nation', async () => {
    expect((await findRegister())?.version).toBe(1)
    const rows = await db.legalStatus.findMany()
    const count = (label: string) => rows.filter((row) => row.label === label).length
    expect([count('not-uk'), count('earlier'), count('not-known'), count('current')]).toEqual([4, 20, 13, 0])
    expect(rows.filter(({ why, registerVersion }) => why === '' || registerVersion !== 1)).toEqual([])
    const scottish = rows.filter(({ nation }) => nation === 'Scotland')
    expect(scottish.length).toBeGreaterThan(3)
    for (const { why } of scottish) expect(why).not.toContain('Procurement Act 2023')
  })

  test('every stage of a story leads to case studies that are there', async () => {
    for (const { id } of await listStories()) {
      const story = await findVisibleStory(id)
      const linked = story?.content.stages.flatMap((stage) => stage.caseStudies) ?? []
      expect(linked.length).toBeGreaterThan(0)
      expect(linked.filter((caseStudy) => !story?.caseStudies[caseStudy])).toEqual([])
    }
  })

  test('nothing claims an approval that nobody recorded', async () => {
    const { rows } = await listCaseStudies(readFilter({ category: 'D10' }))
    expect(rows.length).toBeGreaterThan(3)
    for (const { legal } of rows) expect(legal).not.toBe('')
  })
})

describe('search', () => {
  const titles = async (words: string) => pagesIn((await searchFor(words)).hits).map(({ title }) => title)
  const lots = 'School meals in small lots that local suppliers could win'

  test.each(['small lots school meals', 'East Ayrshire', 'organic suppliers distance scored', 'hens'])(
    'finds a case study by its title, place, summary or figures: %s',
    async (words) => {
      expect(await titles(words)).toContain(lots)
    },
  )

  test('finds organisations and stories', async () => {
    expect((await searchFor('Gateshead')).hits).toContainEqual(
      expect.objectContaining({ kind: 'organisation' }),
    )
    expect((await searchFor('Preston')).hits.map(({ kind }) => kind)).toContain('story')
  })

  test.each([
    ['bins', 'D11'],
    ['refuse', 'D11'],
    ['REFUSE', 'D11'],
    ['90500000', 'D11'],
    ['90', 'D11'],
    ['Food and catering', 'D10'],
    ['school dinners', 'D10'],
  ])('%j shows the heading %s', async (words, code) => {
    expect((await searchFor(words)).headings.map((heading) => heading.code)).toContain(code)
  })

  test('a number that is no CPV code shows no heading', async () => {
    expect((await searchFor('9')).headings).toEqual([])
    expect((await searchFor('905000000')).headings).toEqual([])
  })

  test.each([
    'food\u0000',
    '\u0000',
    '',
    '   ',
    "'",
    "'; DROP TABLE page; --",
    '"',
    '"food',
    '& | ! <-> :* ( )',
    'food & | waste',
    '!!!',
    '-food',
    '- -',
    'food or',
    'a:*b',
    '\\',
    '%',
    '_',
    '<script>',
    'x'.repeat(10_000),
    '🥕',
    '\ud83e',
    'ŵ',
    '(((((',
    'OR OR OR',
    '\ue000food\ue001',
  ])('%j does no harm', async (words) => {
    const results = await searchFor(words)
    expect(results.hits.length).toBeLessThanOrEqual(20)
    expect(results.total).toBeGreaterThanOrEqual(results.hits.length)
  })

  test('a snippet marks what was looked for, as text', async () => {
    const [hit] = (await searchFor('hens')).hits
    expect(hit?.snippet.filter(({ marked }) => marked).map(({ text }) => text.toLowerCase())).toContain(
      'hens',
    )
    expect(hit?.snippet.map(({ text }) => text).join('')).not.toMatch(/#source|[\ue000\ue001]/)
  })

  test('twenty stand on a page and none twice', async () => {
    const pages = await Promise.all([1, 2].map((page) => searchFor('council', page)))
    const keys = pages.flatMap(({ hits }) => hits.map(({ id }) => id))
    expect(pages[0]?.hits).toHaveLength(20)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

// Last: it adds accounts.
describe('demonstration accounts', () => {
  const attempt = () =>
    signIn({ email: 'officer@demo.example', password: 'open-the-cupboard', source: 'test' })

  test('are there only when they are asked for', async () => {
    expect(await attempt()).toMatchObject({ ok: false })
    process.env.DEMO = '1'
    await seed()
    await seed()
    expect((await attempt()).ok).toBe(true)
    expect(await db.person.count({ where: { demonstration: true } })).toBe(7)
    expect(
      await db.person.count({
        where: { demonstration: true, listed: true, name: { not: { startsWith: 'Demonstration' } } },
      }),
    ).toBe(0)
  })
})
