import 'server-only'
import { z } from 'zod'
import { CODE } from '@/lib/taxonomy/codes'
import { caseStudy } from '../answers'
import { caseStudyList } from '../answers-lists'
import { listForPrograms } from '../case-study-list'
import { etagOf } from '../conditions'
import { operation } from '../operation'
import { problem } from '../problems'
import { moment, noQuery, numberIn, paging, whole } from '../query'
import { ok } from '../reply'
import { findSnapshot } from '../snapshot'
import { viewOf } from '../view'

export const listCaseStudies = operation({
  id: 'listCaseStudies',
  method: 'GET',
  path: '/case-studies',
  summary: 'List case studies',
  description:
    'The newest change first. To keep a copy up to date, ask with `updatedSince` set to the time of your last call.',
  access: 'open',
  query: z.strictObject({
    ...paging(),
    category: z
      .string()
      .regex(CODE, { message: 'Give a code such as D10, from /categories' })
      .optional()
      .meta({ description: 'Only those under this label or one below it.' }),
    organisation: whole({ min: 1, max: 2_147_483_647 })
      .optional()
      .meta({ description: 'Only those of the organisation with this id.' }),
    updatedSince: moment().optional().meta({
      description: 'Only those changed at or after this time, or since the beginning of this day (UTC).',
    }),
  }),
  answers: [{ status: 200, description: 'A page of the list.', schema: caseStudyList }],
  problems: [],
  handle: async ({ query }) => ok(await listForPrograms(query)),
})

export const readCaseStudy = operation({
  id: 'readCaseStudy',
  method: 'GET',
  path: '/case-studies/{id}',
  summary: 'Read a case study',
  description:
    'Keep the `ETag` for a change. Prose is Markdown (CommonMark with tables). One that was merged answers 301 with the address of the other; one that was withdrawn answers 410 with the reason.',
  access: 'open',
  query: noQuery,
  answers: [
    {
      status: 200,
      description: 'The case study as it is published now.',
      schema: caseStudy,
      headers: [{ name: 'ETag', description: 'The number of the version, in quotes.', example: '"3"' }],
    },
  ],
  moves: true,
  problems: ['not-found', 'withdrawn'],
  handle: async ({ params }) => {
    const id = numberIn(params.id)
    const found = id === null ? null : await findSnapshot(id)
    if (!found) return problem('not-found')
    return found.ok ? ok(viewOf(found.snapshot), { ETag: etagOf(found.snapshot.revision) }) : found.reply
  },
})
