import { beforeAll, describe, expect, test, vi } from 'vitest'
import { rebuildIndex } from '@/lib/search/rebuild'
import { seed } from '@/prisma/seed'
import { tableOf, type Verdict, weakGroups } from '@/tests/support/judged'
import { judgedQueries, starterJudge } from '@/tests/support/search-starter'

const verdicts: Verdict[] = []

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  process.env.DEMO = ''
  await seed()
  // Headings, tools and help come with the first start of a worker.
  await rebuildIndex()
  const judge = await starterJudge()
  for (const query of judgedQueries()) verdicts.push({ query, fault: await judge(query) })
  vi.restoreAllMocks()
}, 240_000)

describe('what people look for in the starter content', () => {
  test('nine of ten are answered in every group', () => {
    console.log(tableOf(verdicts))
    expect(weakGroups(verdicts)).toEqual([])
  })

  test('what was asked to be left out is left out, every time', () => {
    const shown = verdicts.filter(({ fault }) => fault.startsWith('shows'))
    expect(shown.map(({ query, fault }) => `${query.q}: ${fault}`)).toEqual([])
  })
})
