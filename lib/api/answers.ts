import 'server-only'
import { z } from 'zod'
import {
  BARRIERS,
  CERTAINTIES,
  CONTRACT_STAGES,
  EVIDENCE,
  FORMATS,
  HOMES,
  RESOURCE_KINDS,
  STATES,
} from '@/lib/case-studies/vocabulary'
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
} from '@/lib/legal/vocabulary'
import { REGIONS } from '@/lib/organisations/vocabulary'
import { ownAnswer } from './own-fields'

// What programs are given. Texts that are not known are empty, dates as far as known: 2004, 2004-11 or 2004-11-20.

const text = z.string()
const when = z.iso.datetime()
const id = z.int().min(1)
const oneOf = <const Words extends Record<string, unknown>>(words: Words) =>
  z.enum(Object.keys(words) as [keyof Words & string, ...(keyof Words & string)[]])

const organisation = z.strictObject({ id: id.nullable(), name: text }).meta({
  description: 'The id is null when the name is not in the directory.',
})

const summary = {
  id,
  slug: text,
  url: z.url().meta({ description: 'The page for people.' }),
  status: z.enum(['published']),
  revision: id.meta({ description: 'The number of this version; its `ETag`.' }),
  title: text,
  summary: text,
  organisation,
  categories: z.array(text),
  state: oneOf(STATES),
  startedOn: text,
  endedOn: text,
  createdAt: when,
  updatedAt: when,
}

export const caseStudySummary = z.strictObject(summary).meta({ id: 'CaseStudySummary' })

const extra = z
  .strictObject({
    happenedNext: text,
    gaps: z.array(text),
    home: oneOf(HOMES),
    partners: text,
    regions: z.array(z.enum(REGIONS)),
    dateNote: text,
    stateAsOf: text,
    contractValue: text,
    evidence: oneOf(EVIDENCE),
    checkedOn: text,
    barriers: z.array(oneOf(BARRIERS)),
    contractStages: z.array(oneOf(CONTRACT_STAGES)),
  })
  .catchall(ownAnswer)
  .meta({ description: 'With the template’s own fields by their keys, those that are answered.' })

const legalStatus = z.strictObject({
  nation: z.enum(NATIONS),
  regime: oneOf(REGIMES),
  commencedOn: text,
  awardedOn: text,
  endsOn: text,
  valueBand: oneOf(VALUE_BANDS),
  procedure: oneOf(PROCEDURES),
  subjectLink: text,
  legalPoint: text,
  approvals: z.array(
    z.strictObject({
      kind: oneOf(APPROVALS),
      body: text,
      capacity: text,
      date: text,
      scope: text,
      conditions: text,
      documentUrl: text,
      access: oneOf(DOCUMENT_ACCESS),
    }),
  ),
  challenge: z.strictObject({ state: oneOf(CHALLENGES), date: text, source: text }),
  noticeReferences: text,
  reuse: oneOf(REUSE),
  reviewed: z.strictObject({ view: oneOf(REVIEWS), by: text, date: text }),
})

const resource = z.strictObject({
  number: z.int(),
  kind: oneOf(RESOURCE_KINDS),
  title: text,
  url: text,
  publisher: text,
  date: text,
  format: oneOf(FORMATS),
  seenOn: text,
  broken: z.boolean(),
  note: text,
})

const result = z.strictObject({
  measure: text,
  before: text,
  after: text,
  unit: text,
  period: text,
  measuredBy: text,
  source: text,
  certainty: oneOf(CERTAINTIES),
})

const contact = z
  .strictObject({ name: text, organisation: text, email: text.optional(), phone: text, byForm: z.boolean() })
  .nullable()
  .meta({ description: 'With `byForm` there is no address: write through the form on the page.' })

const caseStudyFields = {
  ...summary,
  context: text,
  action: text,
  impact: text,
  template: id.meta({ description: 'The version of the template that it was written on.' }),
  extra,
  legalStatus,
  resources: z.array(resource),
  results: z.array(result),
  contact,
}

export const caseStudy = z.strictObject(caseStudyFields).meta({ id: 'CaseStudy' })
export const savedCaseStudy = z
  .strictObject({
    ...caseStudyFields,
    merged: z
      .boolean()
      .meta({ description: 'Whether your change was put together with others’ later ones.' }),
  })
  .meta({ id: 'SavedCaseStudy' })

const revisionFields = {
  number: id,
  url: z.url().meta({ description: 'The page of this version.' }),
  note: text,
  minor: z.boolean(),
  createdAt: when,
  author: z.strictObject({ name: text, handle: text.nullable() }),
  changed: z.array(text).meta({ description: 'The fields that differ from the version before.' }),
  restoredFrom: id.nullable(),
  mergedFrom: id.nullable().meta({ description: 'The older version that its author had been reading.' }),
  undoes: id.nullable(),
}

export const revisionSummary = z.strictObject(revisionFields).meta({ id: 'RevisionSummary' })
export const revision = z.strictObject({ ...revisionFields, caseStudy }).meta({ id: 'Revision' })

export type CaseStudyAnswer = z.output<typeof caseStudy>
export type CaseStudySummaryAnswer = z.output<typeof caseStudySummary>
export type RevisionSummaryAnswer = z.output<typeof revisionSummary>
