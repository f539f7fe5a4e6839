import 'server-only'
import { z } from 'zod'
import { caseStudyPath } from '@/lib/case-studies/paths'
import { organisationPath } from '@/lib/organisations/paths'
import { REGIONS, TYPES } from '@/lib/organisations/vocabulary'
import { env } from '@/lib/platform/env'
import { type Hit, resultsPerPage, search } from '@/lib/search/find'
import { storyPath } from '@/lib/stories/paths'
import { categoryPath } from '@/lib/taxonomy/paths'
import { listCountedHeadings } from '@/lib/taxonomy/queries'
import { categoryList, hitList, organisationList } from '../answers-lists'
import { headingsPerPage, pageMax, searchWordsMax } from '../limits'
import { operation } from '../operation'
import { listOrganisationsForPrograms } from '../organisation-list'
import { paging, whole, words } from '../query'
import { ok } from '../reply'

export const listCategories = operation({
  id: 'listCategories',
  method: 'GET',
  path: '/categories',
  summary: 'List the labels',
  description: 'The contents tree in its order. A code of one letter is a section; codes never change.',
  access: 'open',
  query: z.strictObject(paging({ most: headingsPerPage, usual: headingsPerPage })),
  answers: [
    {
      status: 200,
      description: 'A page of the tree; all of it unless asked otherwise.',
      schema: categoryList,
    },
  ],
  problems: [],
  handle: async ({ query: { page, perPage } }) => {
    const headings = await listCountedHeadings()
    const shown = headings.slice((page - 1) * perPage, page * perPage)
    const items = shown.map(
      ({ status: _, successors: __, retiredAt: ___, count: caseStudies, ...heading }) => {
        return { ...heading, url: `${env.siteUrl}${categoryPath(heading)}`, caseStudies }
      },
    )
    return ok({ items, page, perPage, total: headings.length })
  },
})

export const listOrganisations = operation({
  id: 'listOrganisations',
  method: 'GET',
  path: '/organisations',
  summary: 'List the organisations of the directory',
  access: 'open',
  query: z.strictObject({
    ...paging(),
    q: words({ label: 'words of the name', max: searchWordsMax })
      .optional()
      .meta({ description: 'Only those whose name has these words, or who are also called so.' }),
    type: z
      .enum(Object.keys(TYPES) as [keyof typeof TYPES, ...(keyof typeof TYPES)[]])
      .optional()
      .meta({ description: 'Only of this kind.' }),
    region: z.enum(REGIONS).optional().meta({ description: 'Only of this region.' }),
  }),
  answers: [{ status: 200, description: 'A page of the directory, by name.', schema: organisationList }],
  problems: [],
  handle: async ({ query }) => ok(await listOrganisationsForPrograms(query)),
})

export const searchEverything = operation({
  id: 'search',
  method: 'GET',
  path: '/search',
  summary: 'Search case studies, stories and organisations',
  description: `The best match first, ${resultsPerPage} on a page.`,
  access: 'open',
  query: z.strictObject({
    q: words({ label: 'words to look for', max: searchWordsMax }).meta({
      description: 'Ordinary words. “In quotes” for a phrase, -word to leave out.',
    }),
    page: whole({ min: 1, max: pageMax })
      .default(1)
      .meta({ description: 'Which page of the results. Beyond the last, `items` is empty.', default: 1 }),
  }),
  answers: [{ status: 200, description: 'A page of results.', schema: hitList }],
  problems: [],
  handle: async ({ query: { q, page } }) => {
    const found = await search(q, page)
    // The search page shows its first page when asked beyond the last; a program that pages has to see the end.
    const items = found.page === page ? found.hits.map(hitOf) : []
    return ok({ items, page, perPage: resultsPerPage, total: found.total })
  },
})

const KINDS = { case_study: 'case-study', story: 'story', organisation: 'organisation' } as const

function hitOf(hit: Hit) {
  const { id, slug } = hit.row
  const path = { case_study: caseStudyPath, story: storyPath, organisation: organisationPath }[hit.kind]
  return {
    kind: KINDS[hit.kind],
    id,
    slug,
    url: `${env.siteUrl}${path({ id, slug })}`,
    title: hit.kind === 'organisation' ? hit.row.name : hit.row.title,
    snippet: hit.snippet.map(({ text }) => text).join(''),
  }
}
