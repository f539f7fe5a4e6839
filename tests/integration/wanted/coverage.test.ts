import { beforeAll, expect, test } from 'vitest'
import { readFilter } from '@/lib/case-studies/filter'
import { listCaseStudies } from '@/lib/case-studies/list'
import { TYPES } from '@/lib/organisations/vocabulary'
import { type Cell, findCoverage } from '@/lib/wanted/coverage'
import { countedPath } from '@/lib/wanted/paths'
import { GROUP_OF_TYPE } from '@/lib/wanted/vocabulary'
import { aContent, anOrganisation, aPublishedCaseStudy, theContentsTree } from '@/tests/support/builders'

const legal = (nation: string) => ({ legalStatus: { ...aContent().legalStatus, nation: nation as 'Wales' } })

beforeAll(async () => {
  await theContentsTree()
  await anOrganisation('Northshire Council', { type: 'county' })
  await anOrganisation('Northshire Police', { type: 'police' })
  const of = (organisation: string) => ({ organisation })
  await aPublishedCaseStudy({
    categories: ['D10'],
    evidence: 'told',
    ...legal('Wales'),
    ...of('Northshire Council'),
  })
  await aPublishedCaseStudy({
    categories: ['D10', 'D01'],
    evidence: 'documented',
    ...legal('Wales'),
    ...of('Northshire Police'),
  })
  await aPublishedCaseStudy({ categories: ['D10'], evidence: 'checked', ...legal('England') })
  await aPublishedCaseStudy({ categories: ['D01'], evidence: 'told', ...legal('England and Wales') })
  await aPublishedCaseStudy({ categories: ['E3.2'], evidence: 'checked', ...legal('Scotland') })
})

const written = (cells: Record<string, Cell>) =>
  Object.entries(cells).flatMap(([column, { count, evidence }]) =>
    count ? [`${column} ${count} ${evidence}`] : [],
  )

test('each cell has its number and the strongest evidence; a row adds up, and the last counts each once', async () => {
  const { rows, sums, all } = await findCoverage('nation')
  const row = (code: string) => rows.find((it) => it.code === code)
  expect(written(row('D10')?.cells ?? {})).toEqual(['England 1 checked', 'Wales 2 documented'])
  expect(row('D10')?.all).toEqual({ count: 3, evidence: 'checked' })
  expect(written(row('D01')?.cells ?? {})).toEqual(['Wales 1 documented', 'else 1 told'])
  expect(written(sums)).toEqual(['England 1 checked', 'Wales 2 documented', 'else 1 told'])
  // The one on Scotland stands under no contract area.
  expect(all).toEqual({ count: 4, evidence: 'checked' })
  for (const { cells, all: sum } of rows)
    expect(Object.values(cells).reduce((total, { count }) => total + count, 0)).toBe(sum.count)
})

test('kinds of body are grouped, and those without one are counted apart', async () => {
  const { rows, sums } = await findCoverage('body')
  const food = rows.find(({ code }) => code === 'D10')
  expect(written(food?.cells ?? {})).toEqual([
    'councils 1 told',
    'police-fire 1 documented',
    'else 1 checked',
  ])
  expect(written(sums)).toEqual(['councils 1 told', 'police-fire 1 documented', 'else 2 checked'])
})

test('every type of organisation has its group', () => {
  expect(Object.keys(GROUP_OF_TYPE).sort()).toEqual(Object.keys(TYPES).sort())
})

test('a number leads to the list of as many case studies', async () => {
  const { rows, columns } = await findCoverage('body')
  for (const { code, cells, all } of rows)
    for (const column of ['', ...columns]) {
      const path = countedPath({ category: code, by: 'body', column })
      if (!path) continue
      const query = new URL(path, 'https://cupboard.example').searchParams
      const filter = readFilter({ category: query.getAll('category'), type: query.getAll('type') })
      expect((await listCaseStudies(filter)).total, path).toBe((column ? cells[column] : all)?.count)
    }
})
