import 'server-only'
import { z } from 'zod'
import { TYPES } from '@/lib/organisations/vocabulary'
import { caseStudySummary, revisionSummary } from './answers'

const text = z.string()
const id = z.int().min(1)

export const category = z
  .strictObject({
    code: text,
    parentCode: text.nullable(),
    section: text,
    slug: text,
    url: z.url(),
    name: text,
    note: text,
    alsoCalled: z.array(text),
    cpv: z.array(text).meta({ description: 'Divisions of the Common Procurement Vocabulary.' }),
    caseStudies: z.int().min(0),
  })
  .meta({ id: 'Category' })

export const organisation = z
  .strictObject({
    id,
    slug: text,
    url: z.url(),
    name: text,
    otherNames: z.array(text),
    type: z.enum(Object.keys(TYPES) as [keyof typeof TYPES, ...(keyof typeof TYPES)[]]),
    region: text,
    status: text,
    caseStudies: z.int().min(0),
  })
  .meta({ id: 'Organisation' })

export const me = z
  .strictObject({
    name: text,
    handle: text,
    role: z.enum(['pending', 'contributor', 'representative', 'moderator', 'admin']),
    canWrite: z.boolean().meta({ description: 'Whether this token may write now.' }),
    token: z.strictObject({ name: text, scope: z.enum(['read', 'write']), endsWith: text }),
  })
  .meta({ id: 'Me' })

const listOf = <Item extends z.ZodType>(item: Item, name: string) =>
  z
    .strictObject({
      items: z.array(item),
      page: z.int().min(1),
      perPage: z.int().min(1),
      total: z.int().min(0),
    })
    .meta({ id: name })

export const caseStudyList = listOf(caseStudySummary, 'CaseStudyList')
export const revisionList = listOf(revisionSummary, 'RevisionList')
export const categoryList = listOf(category, 'CategoryList')
export const organisationList = listOf(organisation, 'OrganisationList')

const problemFields = {
  type: z.url().meta({ description: 'What kind of problem it is. The address explains it.' }),
  title: text,
  status: z.int(),
  detail: text.optional(),
  errors: z
    .array(z.strictObject({ path: text, message: text }))
    .optional()
    .meta({ description: 'Where it is and what is wrong: title, results.0.measure, extra.home.' }),
}

export const problemAnswer = z
  .strictObject({
    ...problemFields,
    location: z.url().optional().meta({ description: 'Where to go instead.' }),
  })
  .meta({ id: 'Problem' })

export const conflictAnswer = z
  .strictObject({
    ...problemFields,
    revision: id.meta({ description: 'The version that is published now.' }),
    conflicts: z.array(
      z.strictObject({
        path: text,
        label: text,
        base: text.meta({ description: 'What it was in the version that you read.' }),
        theirs: text.meta({ description: 'What is published now.' }),
        yours: text,
      }),
    ),
  })
  .meta({ id: 'Conflict' })
