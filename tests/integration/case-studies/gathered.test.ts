import { beforeAll, expect, test } from 'vitest'
import { gatherUnder } from '@/lib/case-studies/gathered'
import { listPeopleOn } from '@/lib/people/on-heading'
import {
  anOrganisation,
  aPerson,
  aPublishedCaseStudy,
  aPublishedStory,
  aResource,
  theContentsTree,
} from '@/tests/support/builders'

const policy = { title: 'Food policy', url: 'https://www.example.gov.uk/policy' }
let food: { id: number }

beforeAll(async () => {
  await theContentsTree()
  await anOrganisation('Buying Together', { type: 'buying-organisation' })
  await anOrganisation('A Council')
  food = (
    await aPublishedCaseStudy({
      title: 'Food for schools',
      organisation: 'Buying Together',
      categories: ['D10', 'E1.1'],
      resources: [
        aResource({ number: 1, kind: 'news', title: 'In the news', url: 'https://www.example.gov.uk/news' }),
        aResource({
          number: 2,
          kind: 'evaluation',
          title: 'A study',
          url: 'https://www.example.gov.uk/study',
        }),
        aResource({ number: 3, kind: 'primary', ...policy }),
      ],
    })
  ).caseStudy
  await aPublishedCaseStudy({
    title: 'Food for hospitals',
    organisation: 'A Council',
    categories: ['D10', 'E1.1'],
    resources: [aResource({ number: 1, kind: 'primary', ...policy })],
  })
  await aPublishedStory([food.id])
})

test('a heading gathers documents, each once and primary ones first, without news', async () => {
  const { documents, documentCount } = await gatherUnder('D10')
  expect(documents.map(({ kind, title }) => [kind, title])).toEqual([
    ['primary', 'Food policy'],
    ['evaluation', 'A study'],
  ])
  expect(documentCount).toBe(2)
  expect(documents[1]?.caseStudy.title).toBe('Food for schools')
})

test('a heading gathers methods, buying organisations and change stories', async () => {
  const { methods, buyers, stories } = await gatherUnder('D10')
  expect(methods.map(({ code, count }) => [code, count])).toEqual([['E1.1', 2]])
  expect(buyers.map(({ name, count }) => [name, count])).toEqual([['Buying Together', 1]])
  expect(stories).toHaveLength(1)
})

test('a heading above gathers the same, another gathers nothing', async () => {
  expect((await gatherUnder('D')).documentCount).toBe(2)
  expect(await gatherUnder('D11')).toEqual({
    documents: [],
    documentCount: 0,
    methods: [],
    buyers: [],
    stories: [],
  })
})

test('people who can help are those who are listed, under the heading and above it', async () => {
  const offer = { helpCategories: ['D10'] }
  await aPerson('contributor', { name: 'Ann Listed', listed: true, ...offer })
  await aPerson('contributor', { name: 'Bob Hidden', listed: false, ...offer })
  expect((await listPeopleOn('D10')).map(({ name }) => name)).toEqual(['Ann Listed'])
  expect((await listPeopleOn('D')).map(({ name }) => name)).toEqual(['Ann Listed'])
  expect(await listPeopleOn('D11')).toEqual([])
})
