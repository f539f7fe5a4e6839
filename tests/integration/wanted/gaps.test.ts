import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/platform/db'
import { gapsMax } from '@/lib/wanted/limits'
import { markOf } from '@/lib/wanted/mark'
import { noteOpened, noteSearch, noteShown } from '@/lib/wanted/note-search'
import { listWanted } from '@/lib/wanted/queries'
import { sweepGaps } from '@/lib/wanted/sweep'
import { aPerson, theContentsTree } from '@/tests/support/builders'

beforeAll(theContentsTree)
beforeEach(async () => {
  await db.$executeRaw`TRUNCATE wanted, search_gap CASCADE`
})

/** So many visitors whose marks differ: a mark is shared by one person in 256. */
function visitors(count: number, words: string, kind = 'none'): string[] {
  const marks = new Set<number>()
  const found: string[] = []
  for (let number = 1; found.length < count; number += 1) {
    const visitor = `192.0.2.${number}`
    const mark = markOf({ words, kind, visitor })
    if (!marks.has(mark)) found.push(visitor)
    marks.add(mark)
  }
  return found
}

const wanted = async () => {
  const { rows } = await listWanted(null, { state: 'open', category: '', sort: 'newest', page: 1 })
  return rows.map(({ title, origin, by }) => ({ title, origin, by }))
}

describe('a search that finds nothing', () => {
  const words = 'vending machines'

  test('is shown once five different people made it, and no mark of them is left', async () => {
    const [last, ...first] = visitors(5, words)
    for (const visitor of first) await noteSearch({ words: 'Vending  Machines', total: 0, visitor })
    expect(await wanted()).toEqual([])
    expect(await db.searchGapMark.count()).toBe(4)

    await noteSearch({ words, total: 0, visitor: last as string })
    expect(await wanted()).toEqual([{ title: words, origin: 'searched', by: null }])
    expect(await db.searchGapMark.count()).toBe(0)
    await noteSearch({ words, total: 0, visitor: '198.51.100.7' })
    expect(await wanted()).toHaveLength(1)
    expect(await db.searchGapMark.count()).toBe(0)
    expect(await db.searchGap.findFirst()).toMatchObject({ words, kind: 'none', times: 6, enough: true })
  })

  test('is not shown for one person who makes it twenty times', async () => {
    for (let time = 0; time < 20; time += 1) await noteSearch({ words, total: 0, visitor: '192.0.2.1' })
    expect(await wanted()).toEqual([])
    expect(await db.searchGapMark.count()).toBe(1)
  })

  test('is counted once for each of five who make it at the same moment', async () => {
    await Promise.all(visitors(5, words).map((visitor) => noteSearch({ words, total: 0, visitor })))
    expect(await wanted()).toHaveLength(1)
    expect(await db.searchGap.findFirst()).toMatchObject({ times: 5, enough: true })
  })

  test('keeps no person, no address and no time of day', async () => {
    const person = await aPerson('contributor', { name: 'Ada Lovelace' })
    for (const visitor of [person.id, ...visitors(4, words)]) await noteSearch({ words, total: 0, visitor })
    const kept = JSON.stringify([
      await db.searchGap.findMany(),
      await db.searchGapMark.findMany(),
      await db.wanted.findMany(),
      await db.wantedEvent.findMany(),
    ])
    for (const trace of [person.id, person.actorId, person.handle, '192.0.2'])
      expect(kept).not.toContain(trace)
    const moments = kept.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? []
    expect(new Set(moments.map((moment) => moment.slice(10)))).toEqual(new Set(['T00:00:00.000Z']))
  })

  test('is never counted where it may name somebody', async () => {
    await noteSearch({ words: 'jane@example.gov.uk', total: 0, visitor: '192.0.2.1' })
    expect(await db.searchGap.count()).toBe(0)
    await aPerson('contributor', { name: 'Grace Hopper' })
    for (const visitor of visitors(5, 'grace hopper'))
      await noteSearch({ words: 'Grace Hopper', total: 0, visitor })
    expect(await wanted()).toEqual([])
  })

  test('is forgotten as soon as something is found by it', async () => {
    await noteSearch({ words, total: 0, visitor: '192.0.2.1' })
    await noteSearch({ words, total: 3, visitor: '192.0.2.2' })
    expect([await db.searchGap.count(), await db.searchGapMark.count()]).toEqual([0, 0])
  })

  test('stands under the heading that it names', async () => {
    const name = 'food and catering'
    for (const visitor of visitors(5, name)) await noteSearch({ words: name, total: 0, visitor })
    const { rows } = await listWanted(null, { state: 'open', category: 'D', sort: 'most', page: 1 })
    expect(rows.map(({ areas }) => areas.map((area) => area.name))).toEqual([['Food and catering']])
  })
})

describe('results that nobody opens', () => {
  const words = 'green energy'
  const shownTo = async (count: number) => {
    for (const visitor of visitors(count, words, 'unopened')) await noteShown({ words, visitor })
  }

  test('are on the list after the night, once shown ten times to five people', async () => {
    await shownTo(9)
    await sweepGaps(new Date())
    expect(await wanted()).toEqual([])
    await noteShown({ words, visitor: '198.51.100.7' })
    await sweepGaps(new Date())
    expect(await wanted()).toEqual([{ title: words, origin: 'unopened', by: null }])
  })

  test('are not where one in ten opened one, or one person looked ten times', async () => {
    await shownTo(10)
    await noteOpened({ words })
    for (let time = 0; time < 10; time += 1) await noteShown({ words: 'tidy desks', visitor: '192.0.2.1' })
    await sweepGaps(new Date())
    expect(await wanted()).toEqual([])
  })

  test('count an opening only of what was shown', async () => {
    await noteOpened({ words })
    expect(await db.searchGap.count()).toBe(0)
  })
})

describe('what is counted', () => {
  test('goes after 90 days where five people are not reached, and the marks with it', async () => {
    await noteSearch({ words: 'old words', total: 0, visitor: '192.0.2.1' })
    const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60 * 1000)
    await sweepGaps(days(89))
    expect(await db.searchGapMark.count()).toBe(1)
    await sweepGaps(days(92))
    expect([await db.searchGap.count(), await db.searchGapMark.count()]).toEqual([0, 0])
  })

  test('never grows beyond its size: the oldest that was made once makes room', async () => {
    await db.$executeRaw`
      INSERT INTO search_gap (words, kind, times, first_on, last_on)
      SELECT 'words ' || n, 'none', CASE n WHEN 1 THEN 2 ELSE 1 END, date '2026-01-01' + n / 100, date '2026-01-01' + n / 100
      FROM generate_series(1, ${gapsMax}::int) n`
    await noteSearch({ words: 'a new one', total: 0, visitor: '192.0.2.1' })
    expect(await db.searchGap.count()).toBe(gapsMax)
    const left = await db.searchGap.findMany({
      where: { words: { in: ['words 1', 'words 10', 'a new one'] } },
    })
    expect(left.map((row) => row.words).sort()).toEqual(['a new one', 'words 1'])
  })

  test('never breaks a search, and its failure does not say what was searched for', async () => {
    const written: string[] = []
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation((line) => written.push(String(line)) > 0)
    await db.$executeRaw`ALTER TABLE search_gap RENAME TO search_gap_away`
    try {
      await expect(
        noteSearch({ words: 'secret words', total: 0, visitor: '192.0.2.1' }),
      ).resolves.toBeUndefined()
    } finally {
      await db.$executeRaw`ALTER TABLE search_gap_away RENAME TO search_gap`
      spy.mockRestore()
    }
    expect(written.join('')).toContain('a search was not counted')
    expect(written.join('')).not.toContain('secret')
  })
})
