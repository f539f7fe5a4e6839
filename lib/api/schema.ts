import 'server-only'
import { z } from 'zod'
import * as limits from '@/lib/case-studies/limits'
import { lineMax, noteMax, resourcesMax, resultsMax, titleMax } from '@/lib/case-studies/limits'
import { caseStudyContent, contact, resource, result } from '@/lib/case-studies/schema'
import { BARRIERS, CONTRACT_STAGES } from '@/lib/case-studies/vocabulary'
import { approval, legalStatus, reviewed } from '@/lib/legal/schema'
import { REGIONS } from '@/lib/organisations/vocabulary'
import { oneOf } from '@/lib/platform/fields'
import { line } from '@/lib/platform/text'
import { LABEL } from '@/lib/taxonomy/codes'
import { ownAnswerWrite } from './own-fields'

// What programs send. Its fields are the fields of the forms, so a limit stands in one place; only what forms post in
// their own way (ticked boxes, rows, lists of lines) is said here in JSON.

const { shape: content } = caseStudyContent
const { shape: law } = legalStatus

function many<const Words extends Record<string, unknown>>(words: Words, message: string) {
  return z.array(oneOf(words, message)).max(Object.keys(words).length).default([])
}

const extra = z
  .object({
    happenedNext: content.happenedNext.meta({ description: 'What happened next. Markdown.' }),
    gaps: z
      .array(line({ label: 'Each thing not known', max: lineMax }))
      .max(limits.gapsMax)
      .default([])
      .meta({ description: 'What is not known, one thing an entry.' }),
    home: content.home
      .default('here')
      .meta({ description: 'Published elsewhere (then link it under resources), or first published here.' }),
    partners: content.partners,
    regions: z
      .array(z.enum(REGIONS, { error: 'Choose regions from the list' }))
      .max(REGIONS.length)
      .default([]),
    dateNote: content.dateNote,
    stateAsOf: content.stateAsOf.meta({ description: 'When `state` was last known to be so.' }),
    contractValue: content.contractValue,
    evidence: content.evidence,
    checkedOn: content.checkedOn,
    barriers: many(BARRIERS, 'Choose barriers from the list').meta({ description: 'The barriers overcome.' }),
    contractStages: many(CONTRACT_STAGES, 'Choose stages from the list').meta({
      description: 'Where in the life of the contract it was done.',
    }),
  })
  .catchall(ownAnswerWrite)
  .prefault({})
  .meta({
    description:
      'Every other field of a case study: those named here, and those of the template by their keys (the page for programs lists them). Numbers and money as numbers or text, yes and no as true, false or "unknown", one of a list by its key, any of a list as a list of keys, dates as 2004, 2004-11 or 2004-11-20.',
  })

const organisation = z
  .strictObject({
    id: z.int().positive().max(2_147_483_647).nullable().default(null),
    name: content.organisation.meta({ description: 'As it is shown. It need not be in the directory.' }),
  })
  .nullable()
  .default(null)
  .meta({ description: 'By its name, or by its id in the directory. With both, they must belong together.' })

const legal = z
  .strictObject({
    nation: law.nation.default('Not known'),
    regime: law.regime.default('UNK'),
    commencedOn: law.commencedOn,
    awardedOn: law.awardedOn,
    endsOn: law.endsOn,
    valueBand: law.valueBand,
    procedure: law.procedure.default('unknown'),
    subjectLink: law.subjectLink,
    legalPoint: law.legalPoint,
    approvals: z
      .array(z.strictObject(approval.shape))
      .min(1)
      .max(limits.approvalsMax)
      .prefault([{ kind: 'UNK' }]),
    challenge: z
      .strictObject({ ...law.challenge.shape, state: law.challenge.shape.state.default('unknown') })
      .prefault({}),
    noticeReferences: law.noticeReferences,
    reuse: law.reuse,
    reviewed: z.strictObject(reviewed.shape).optional(),
  })
  .prefault({})
  .meta({ description: 'What you leave out is recorded as not known, and readers see that.' })

const resources = z
  .array(
    z.strictObject({
      ...resource.shape,
      number: z.int().min(0).max(9999).default(0).meta({
        description:
          'The number that the text refers to, as in [2](#source-2). 0 or left out: the next free one.',
      }),
      broken: z.boolean().default(false),
    }),
  )
  .max(resourcesMax)
  .default([])

/** Known to every answer and not to be written: a program may send back what it was given. */
const readOnly = {
  id: z.int().min(0).optional(),
  slug: z.string().max(200).optional(),
  url: z.string().max(2000).optional(),
  status: z.enum(['published']).optional(),
  revision: z.int().min(0).optional(),
  merged: z.boolean().optional(),
  createdAt: z.string().max(40).optional(),
  updatedAt: z.string().max(40).optional(),
}

export const caseStudyWrite = z
  .strictObject({
    title: content.title,
    summary: content.summary.meta({ description: `At most ${limits.summaryMaxWords} words.` }),
    context: content.context.meta({ description: 'What was the situation? Markdown.' }),
    action: content.action.meta({ description: 'What was done? Markdown.' }),
    impact: content.impact.meta({ description: 'What came of it? Markdown.' }),
    extra,
    organisation,
    categories: z
      .array(z.string().regex(LABEL, { message: 'Give codes such as D10, from /categories' }))
      .min(1, { message: 'Give at least one label' })
      .max(limits.categoriesMax)
      .meta({ description: 'Codes of labels, from /categories.' }),
    legalStatus: legal,
    resources,
    results: z.array(z.strictObject(result.shape)).max(resultsMax).default([]),
    contact: z
      .strictObject({ ...contact.shape, byForm: z.boolean().default(false) })
      .nullable()
      .default(null)
      .meta({
        description:
          'With `byForm` the address is kept apart and never given out; sent empty or left out, the one that is kept stays.',
      }),
    template: z.int().min(1).max(100_000).optional().meta({
      description:
        'The version of the template that it is written on. A new case study is always written on the current one. A change keeps the version when you leave this out; a later version asks for what it requires.',
    }),
    state: content.state,
    startedOn: content.startedOn,
    endedOn: content.endedOn,
    note: line({ label: 'The note', max: noteMax })
      .default('')
      .meta({ description: 'What you changed, in a few words. It stands in the history.' }),
    minor: z.boolean().default(false).meta({ description: 'A small correction.' }),
    ...Object.fromEntries(
      Object.entries(readOnly).map(([name, field]) => [name, field.meta({ readOnly: true })]),
    ),
  })
  .meta({
    id: 'CaseStudyToWrite',
    description: `The whole case study: a field that you leave out is emptied, never kept. A title has up to ${titleMax} characters, a text up to ${limits.proseMax}.`,
  })

export type CaseStudyWrite = z.output<typeof caseStudyWrite>
