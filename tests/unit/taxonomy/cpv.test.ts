import { beforeAll, expect, test } from 'vitest'
import { calledByCpv } from '@/lib/taxonomy/cpv'
import { readHeadings } from '@/prisma/starter-files'

let headings: { code: string; cpv: string[] }[]
beforeAll(async () => {
  headings = (await readHeadings()).categories
})

test.each([
  ['90500000', ['D11']],
  ['90500000-2', ['D11']],
  ['905', ['D11']],
  ['90910000', ['D08']],
  ['90000000', ['D08', 'D11', 'D13']],
  ['90', ['D08', 'D11', 'D13']],
  ['45233141', ['D06']],
  ['45000000', ['D04', 'D05', 'D06']],
  ['15', ['D10']],
])('%s means %j', (typed, codes) => {
  expect(calledByCpv(typed, headings).map(({ code }) => code)).toEqual(codes)
})

test.each(['9', '905000001', 'waste', '', '99000000', '90-500'])(
  '“%s” is no CPV code that we know',
  (typed) => {
    expect(calledByCpv(typed, headings)).toEqual([])
  },
)
