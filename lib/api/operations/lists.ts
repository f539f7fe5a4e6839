import 'server-only'
import { z } from 'zod'
import { REGIONS, TYPES } from '@/lib/organisations/vocabulary'
import { env } from '@/lib/platform/env'
import { categoryPath } from '@/lib/taxonomy/paths'
import { listCountedHeadings } from '@/lib/taxonomy/queries'
import { categoryList, organisationList } from '../answers-lists'
import { headingsPerPage, searchWordsMax } from '../limits'
import { operation } from '../operation'
import { listOrganisationsForPrograms } from '../organisation-list'
import { paging, words } from '../query'
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
