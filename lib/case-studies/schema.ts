import 'server-only'
import { z } from 'zod'
import { legalStatus } from '@/lib/legal/schema'
import { FILE_PATH } from '@/lib/media/paths'
import { REGIONS } from '@/lib/organisations/vocabulary'
import { manyOf, oneOf, orAbsent, rows, ticked } from '@/lib/platform/fields'
import { linesOf, listOf, numbered } from '@/lib/platform/lists'
import { line, partialDate, prose, webAddress } from '@/lib/platform/text'
import { LABEL } from '@/lib/taxonomy/codes'
import * as limits from './limits'
import {
  BARRIERS,
  CERTAINTIES,
  CONTRACT_STAGES,
  EVIDENCE,
  FORMATS,
  HOMES,
  RESOURCE_KINDS,
  STATES,
} from './vocabulary'

const { lineMax, proseMax } = limits

export const resource = z.object({
  /** The number that prose refers to; kept when rows are removed, 0 until the row is first saved. */
  number: z.coerce.number().int().min(0).max(9999).catch(0).default(0),
  kind: oneOf(RESOURCE_KINDS, 'Choose what kind of link this is'),
  title: line({ label: 'The title of the link', max: lineMax, required: 'Give the link a title' }),
  url: webAddress('The link', 'Enter the web address of the link', { allowed: FILE_PATH }),
  publisher: line({ label: 'The publisher', max: lineMax }).default(''),
  date: partialDate('The date of the link').default(''),
  format: oneOf(FORMATS, 'Choose a format').default('web'),
  seenOn: partialDate('The date it was last seen working').default(''),
  broken: ticked(),
  note: line({ label: 'The note on the link', max: lineMax }).default(''),
})

export const result = z.object({
  measure: line({ label: 'What was measured', max: lineMax, required: 'Say what was measured' }),
  before: line({ label: 'Before', max: 80 }).default(''),
  after: line({ label: 'The result', max: 80, required: 'Enter the result: a number with its unit' }),
  unit: line({ label: 'The unit', max: 80 }).default(''),
  period: line({ label: 'The period', max: 120 }).default(''),
  measuredBy: line({ label: 'Who measured it', max: lineMax }).default(''),
  source: line({
    label: 'The source',
    max: lineMax,
    required: 'Say where the figure comes from: the number of a link below, or a few words',
  }),
  certainty: oneOf(CERTAINTIES, 'Say how sure this is'),
})

export const contact = z.object({
  name: line({ label: 'The contact’s name or role', max: 120 }).default(''),
  organisation: line({ label: 'The contact’s organisation', max: 200 }).default(''),
  email: line({ label: 'The contact’s e-mail address', max: 254 }).default(''),
  phone: line({ label: 'The contact’s telephone number', max: 40 }).default(''),
  /** The address is kept apart from the page and people write through a form. */
  byForm: ticked(),
})

/** Values of the template's own fields by key: a text, or several entries. Empty ones are not kept. */
export const extra = z
  .preprocess(
    (value) => value || {},
    z.record(
      z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
      z.preprocess(
        (value) => (Array.isArray(value) ? value.filter(Boolean) : value),
        z.union([z.string().max(proseMax), z.array(z.string().max(lineMax)).max(100)]),
      ),
    ),
  )
  .transform((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value.length > 0)))

/** The whole content of a case study: what one revision holds. */
export const caseStudyContent = z
  .object({
    title: line({ label: 'The title', max: limits.titleMax, required: 'Enter a title' }),
    summary: line({ label: 'The summary', max: limits.summaryMax, required: 'Enter a summary' }).refine(
      (text) => words(text) <= limits.summaryMaxWords,
      {
        error: (issue) =>
          `The summary must be ${limits.summaryMaxWords} words or fewer. It has ${words(String(issue.input))}`,
      },
    ),
    context: prose({
      label: 'Context',
      max: proseMax,
      required: 'Write the context: what was the situation?',
    }),
    action: prose({ label: 'Action', max: proseMax, required: 'Write the action: what was done?' }),
    impact: prose({ label: 'Impact', max: proseMax, required: 'Write the impact: what came of it?' }),
    happenedNext: prose({ label: 'What happened next', max: proseMax }).default(''),
    gaps: z
      .preprocess(linesOf, z.array(line({ label: 'Each thing not known', max: lineMax })))
      .refine((list) => list.length <= limits.gapsMax, {
        message: `List at most ${limits.gapsMax} things that are not known`,
      })
      .default([]),
    home: oneOf(HOMES, 'Say whether the case study is published elsewhere or lives here'),
    organisation: line({ label: 'The organisation', max: 200 }).default(''),
    partners: line({ label: 'Partners', max: lineMax }).default(''),
    regions: z
      .preprocess(listOf, z.array(z.enum(REGIONS, { error: 'Choose regions from the list' })))
      .default([]),
    startedOn: partialDate('When it started').default(''),
    endedOn: partialDate('When it ended').default(''),
    dateNote: line({ label: 'The note on dates', max: 120 }).default(''),
    state: oneOf(STATES, 'Say whether it is still in place, or “Not known”').default('unknown'),
    stateAsOf: partialDate('The date of that knowledge').default(''),
    contractValue: line({ label: 'The contract value', max: 120 }).default(''),
    evidence: oneOf(EVIDENCE, 'Say how the evidence stands').default('told'),
    checkedOn: partialDate('The date it was checked').default(''),
    categories: z
      .preprocess(listOf, z.array(z.string().regex(LABEL, { message: 'Tick labels from the list' })))
      .refine((list) => list.length > 0, { message: 'Tick at least one label' })
      .refine((list) => list.length <= limits.categoriesMax, {
        message: `Tick at most ${limits.categoriesMax} labels`,
      })
      .transform((list) => [...new Set(list)].sort()),
    barriers: orAbsent(manyOf(BARRIERS, 'Choose barriers from the list')),
    contractStages: orAbsent(manyOf(CONTRACT_STAGES, 'Choose stages from the list')),
    /** The version of the template that it was written on, and what that template asks beside these fields. */
    template: orAbsent(z.coerce.number().int().min(1).max(100_000).catch(1), 1),
    extra: orAbsent(extra),
    legalStatus,
    resources: rows(resource, ['kind', 'format', 'number', 'broken'], limits.resourcesMax, 'links').transform(
      numbered,
    ),
    results: rows(result, ['certainty'], limits.resultsMax, 'results'),
    contact: z.preprocess((value) => value || null, contact.nullable()).transform(present),
  })
  .superRefine((content, context) => {
    if (content.home === 'elsewhere' && content.resources.length === 0)
      context.addIssue({
        code: 'custom',
        path: ['resources', 0, 'url'],
        message: 'Link the place where the case study is published, or say that it lives here',
      })
    if (content.contact?.email && !EMAIL.test(content.contact.email))
      context.addIssue({
        code: 'custom',
        path: ['contact', 'email'],
        message: 'Enter the contact’s e-mail address like name@example.gov.uk',
      })
  })

export const revisionNote = line({
  label: 'What you changed',
  max: limits.noteMax,
  required: 'Say in a few words what you changed',
})

export type CaseStudyContent = z.output<typeof caseStudyContent>
export type Resource = z.output<typeof resource>
export type Result = z.output<typeof result>
export type Contact = NonNullable<CaseStudyContent['contact']>

const EMAIL = /^[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/

function words(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

function present(value: z.output<typeof contact> | null) {
  if (!value || (value.name === '' && value.email === '' && value.phone === '')) return null
  return value
}
