import 'server-only'
import { z } from 'zod'
import { revision } from '../answers'
import { revisionList } from '../answers-lists'
import { describeVersions, listVersions } from '../history'
import { operation } from '../operation'
import { problem } from '../problems'
import { noQuery, numberIn, paging } from '../query'
import { ok } from '../reply'
import { findAddress, findSnapshot, withdrawn } from '../snapshot'
import { viewOf } from '../view'

export const listRevisions = operation({
  id: 'listRevisions',
  method: 'GET',
  path: '/case-studies/{id}/revisions',
  summary: 'List the versions of a case study',
  description:
    'The newest first. Every version stays. The history of one that was merged stays readable too.',
  access: 'open',
  query: z.strictObject(paging()),
  answers: [{ status: 200, description: 'A page of the history.', schema: revisionList }],
  problems: ['not-found', 'withdrawn'],
  handle: async ({ params, query }) => {
    const id = numberIn(params.id)
    const address = id === null ? null : await findAddress(id)
    if (id === null || !address) return problem('not-found')
    if (address.state === 'withdrawn') return withdrawn(address.reason)
    const items = await listVersions({ id, slug: address.slug }, query)
    return ok({ items, page: query.page, perPage: query.perPage, total: address.headNumber })
  },
})

export const readRevision = operation({
  id: 'readRevision',
  method: 'GET',
  path: '/case-studies/{id}/revisions/{n}',
  summary: 'Read one version of a case study',
  description: 'Who saved it when and why, and the whole case study as it was.',
  access: 'open',
  query: noQuery,
  answers: [
    {
      status: 200,
      description: 'The version.',
      schema: revision,
      headers: [
        {
          name: 'ETag',
          description: 'Changes when this answer does.',
          example: 'W/"4tqW0Jb2Zx1yYfH0m0cQkA2s"',
        },
      ],
    },
  ],
  problems: ['not-found', 'withdrawn'],
  handle: async ({ params }) => {
    const id = numberIn(params.id)
    const number = numberIn(params.n)
    const found = id === null || number === null ? null : await findSnapshot(id, number)
    if (!found) return problem('not-found')
    if (!found.ok) return found.reply
    const { snapshot, facts } = found
    const version = { ...facts, number: snapshot.revision, createdAt: snapshot.updatedAt }
    const [described] = await describeVersions(snapshot, [version])
    return ok({ ...described, caseStudy: viewOf(snapshot) })
  },
})
