import 'server-only'
import { savedCaseStudy } from '../answers'
import { keyMaxLength } from '../limits'
import { operation } from '../operation'
import { noQuery } from '../query'
import { caseStudyWrite } from '../schema'
import { createFrom, replaceFrom } from '../write'

const key = {
  name: 'Idempotency-Key',
  description:
    'A name of your own for this one change, such as a random UUID. Sent again with the same body, it answers the same and writes nothing. So a request whose answer was lost can be repeated.',
  example: '7f0c3a52-5d0e-4c11-9f0a-2f8f6f1f1c11',
  pattern: '^[!-~]+$',
  maxLength: keyMaxLength,
}
const etag = {
  name: 'ETag',
  description: 'The number of the version that this made, in quotes.',
  example: '"4"',
}

export const createCaseStudy = operation({
  id: 'createCaseStudy',
  method: 'POST',
  path: '/case-studies',
  summary: 'Publish a case study',
  access: 'write',
  query: noQuery,
  body: caseStudyWrite,
  requestHeaders: [key],
  answers: [
    {
      status: 201,
      description: 'It is published.',
      schema: savedCaseStudy,
      headers: [
        {
          name: 'Location',
          description: 'Where the new case study is.',
          example: 'https://cupboard.example.org/api/v1/case-studies/12',
        },
        etag,
      ],
    },
  ],
  problems: ['too-large', 'not-json', 'key-reused'],
  handle: createFrom,
})

export const replaceCaseStudy = operation({
  id: 'replaceCaseStudy',
  method: 'PUT',
  path: '/case-studies/{id}',
  summary: 'Change a case study',
  description:
    'Read it, change what you mean to change, and send the whole back with the `ETag` that you read in `If-Match`. When others have saved since, changes that do not touch theirs are merged (`merged: true`); those that touch answer 409 with every piece, and nothing is written. The same content again makes no new version.',
  access: 'write',
  query: noQuery,
  body: caseStudyWrite,
  requestHeaders: [
    {
      name: 'If-Match',
      description: 'The `ETag` of the version that you changed. Leaving it out answers 428.',
      example: '"3"',
      required: true,
      pattern: '^(?:W/)?"[1-9][0-9]{0,8}"$',
    },
    key,
  ],
  answers: [
    {
      status: 200,
      description: 'It is saved, alone or merged with later changes; or nothing had changed.',
      schema: savedCaseStudy,
      headers: [etag],
    },
  ],
  problems: [
    'not-found',
    'conflict',
    'withdrawn',
    'merged',
    'unknown-base',
    'too-large',
    'not-json',
    'key-reused',
    'no-base',
  ],
  handle: replaceFrom,
})
