import 'server-only'
import { z } from 'zod'
import { oneOf, orAbsent, rows } from '@/lib/platform/fields'
import { line, partialDate, prose, webAddress } from '@/lib/platform/text'
import {
  APPROVALS,
  CHALLENGES,
  DOCUMENT_ACCESS,
  NATIONS,
  PROCEDURES,
  REGIMES,
  REUSE,
  REVIEWS,
  VALUE_BANDS,
} from './vocabulary'

export const approval = z.object({
  kind: oneOf(APPROVALS, 'Choose who approved it, or “Not known”'),
  body: line({ label: 'Who approved it', max: 200 }).default(''),
  capacity: orAbsent(line({ label: 'In what capacity', max: 200 })),
  date: partialDate('The date of approval').default(''),
  scope: line({ label: 'What was approved', max: 500 }).default(''),
  conditions: line({ label: 'Conditions', max: 500 }).default(''),
  documentUrl: webAddress('The link to the decision').default(''),
  access: orAbsent(oneOf(DOCUMENT_ACCESS, 'Say who may see the document, or “Not known”'), 'unknown'),
})

/** What somebody other than the author thinks of using it under the law now. */
export const reviewed = z
  .object({
    view: oneOf(REVIEWS, 'Choose the reviewer’s view, or “Not reviewed”').default('none'),
    by: line({ label: 'The reviewer', max: 200 }).default(''),
    date: partialDate('The date of the review').default(''),
  })
  .refine(({ view, by, date }) => view !== 'none' || (by === '' && date === ''), {
    path: ['view'],
    message: 'Choose the reviewer’s view, or clear who reviewed it and when',
  })

/** The legal-status record of a case study. Facts that let a reader judge; never advice. */
export const legalStatus = z.object({
  nation: z.enum(NATIONS, { error: 'Choose the nation whose law applied, or “Not known”' }),
  regime: oneOf(REGIMES, 'Choose the law it was bought under, or “Not known”'),
  commencedOn: partialDate('When the procurement began').default(''),
  awardedOn: partialDate('When it was awarded').default(''),
  endsOn: orAbsent(partialDate('When the contract ends')),
  valueBand: orAbsent(oneOf(VALUE_BANDS, 'Choose a value, or “Not known”'), 'unknown'),
  procedure: oneOf(PROCEDURES, 'Choose a procedure, or “Not known”'),
  subjectLink: orAbsent(line({ label: 'The link to the subject of the contract', max: 500 })),
  legalPoint: prose({ label: 'The legal point', max: 1000 }).default(''),
  approvals: rows(approval, ['access'], 12, 'approvals').refine((list) => list.length > 0, {
    message: 'Say who approved the approach. “Not known” is an honest answer',
  }),
  challenge: z.object({
    state: oneOf(CHALLENGES, 'Choose whether it was challenged, or “Not known”'),
    date: partialDate('The date of the challenge').default(''),
    source: line({ label: 'The source for the challenge', max: 500 }).default(''),
  }),
  noticeReferences: line({ label: 'Notice references', max: 500 }).default(''),
  reuse: oneOf(REUSE, 'Say whether it could be used under the law now, or “Not considered”').default(
    'not-considered',
  ),
  reviewed: reviewed.transform((review) => (review.view === 'none' ? undefined : review)).optional(),
})

export type LegalStatus = z.output<typeof legalStatus>
