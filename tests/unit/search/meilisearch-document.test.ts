import { expect, test } from 'vitest'
import { documentOf, type IndexRow } from '@/lib/search/engines/meilisearch/document'

const row: IndexRow = {
  id: 'case-7',
  kind: 'case_study',
  title: 'The “Big” Café & Co',
  texts: {
    title: 'The “Big” Café & Co',
    aliases: '',
    labels: 'Food',
    organisation: 'Tŷ Gwyn',
    summary: 'PPN 06/21',
    people: '',
    body: '<script>alert(1)</script>',
    fileName: '',
    fileText: '',
  },
  facets: [
    ['region', 'Wales'],
    ['kind', 'case_study'],
    ['region', 'England'],
  ],
  acl: ['public', 'members'],
  year: null,
  quality: 60,
  typeRank: 1,
  favourites: 3,
  publishedAt: new Date('2026-01-02T03:04:05Z'),
  updatedAt: null,
  tie: 12,
  version: 34,
}

test('Meilisearch gets the words as they are compared, and nothing to show', () => {
  expect(documentOf(row)).toEqual({
    id: 'case-7',
    version: 34,
    kind: 'case_study',
    texts: {
      title: 'the big cafe and co',
      aliases: '',
      labels: 'food',
      organisation: 'ty gwyn',
      summary: 'ppn 06 21',
      people: '',
      body: 'script alert 1 script',
      fileName: '',
      fileText: '',
    },
    facets: { region: ['England', 'Wales'], kind: ['case_study'] },
    acl: ['members', 'public'],
    year: null,
    quality: 60,
    typeRank: 1,
    favourites: 3,
    publishedAt: Date.parse('2026-01-02T03:04:05Z'),
    updatedAt: null,
    tie: 12,
    titleKey: 'the big cafe and co',
  })
})
