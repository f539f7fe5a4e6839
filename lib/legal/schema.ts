import 'server-only'
import { z } from 'zod'
import { oneOf, rows } from '@/lib/platform/fields'
import { line, partialDate, prose, webAddress } from '@/lib/platform/text'
import { APPROVALS, CHALLENGES, NATIONS, PROCEDURES, REGIMES, REUSE } from './vocabulary'

export const approval = z.object({
  kind: oneOf(APPROVALS, 'Choose who approved it, or “Not known”'),
  body: line({ label: 'Who approved it', max: 200 }).default(''),
  date: partialDate('The date of approval').default(''),
  scope: line({ label: 'What was approved', max: 500 }).default(''),
  conditions: line({ label: 'Conditions', max: 500 }).default(''),
  documentUrl: webAddress('The link to the decision').default(''),
})

/** The legal-status record of a case study. Facts that let a reader judge; never advice. */
export const legalStatus = z.object({
  nation: z.enum(NATIONS, { error: 'Choose the nation whose law applied, or “Not known”' }),
  regime: oneOf(REGIMES, 'Choose the law it was bought under, or “Not known”'),
  commencedOn: partialDate('When the procurement began').default(''),
  awardedOn: partialDate('When it was awarded').default(''),
  procedure: oneOf(PROCEDURES, 'Choose a procedure, or “Not known”'),
  legalPoint: prose({ label: 'The legal point', max: 1000 }).default(''),
  approvals: rows(approval, [], 12, 'approvals').refine((list) => list.length > 0, {
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
})

export type LegalStatus = z.output<typeof legalStatus>
