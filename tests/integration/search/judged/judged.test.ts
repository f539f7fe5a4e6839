import { beforeAll, describe, expect, test, vi } from 'vitest'
import { seed } from '@/prisma/seed'
import { faultOf, tableOf, type Verdict, weakGroups } from '@/tests/support/judged'
import { judgedQueries, starterSearch } from '@/tests/support/search-starter'

const verdicts: Verdict[] = []

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  process.env.DEMO = ''
  await seed()
  const find = await starterSearch()
  for (const query of judgedQueries()) verdicts.push({ query, fault: faultOf(query, await find(query.q)) })
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
