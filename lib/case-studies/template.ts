import 'server-only'
import { LRUCache } from 'lru-cache'
import type { z } from 'zod'
import { now } from '@/lib/platform/clock'
import type { FormValues } from '@/lib/platform/form'
import type { JsonObject } from '@/lib/revisions/shape'
import { labelNames } from '@/lib/taxonomy/queries'
import { type Answers, answersTo } from '@/lib/templates/answers'
import { type AskedTemplate, askedBy, requiredBy, versionForEdit, versionForNew } from '@/lib/templates/asked'
import { findTemplates, type Templates } from '@/lib/templates/queries'
import type { TemplateField } from '@/lib/templates/schema'
import { type ShownAnswer, shownAnswers } from '@/lib/templates/show'
import type { Names } from './compare'
import { type CaseStudyContent, caseStudyContent } from './schema'

// Making a schema takes five times as long as reading a case study with it.
const schemas = new LRUCache<string, z.ZodType<CaseStudyContent>>({ max: 50 })

/** The schema of a case study that is written on this version of the template, its own fields with it. */
export function contentOn(templates: Templates, version: number): z.ZodType<CaseStudyContent> {
  const { fields } = templates.current
  const required = requiredBy(templates, version)
  const key = JSON.stringify([version, fields, [...required]])
  const schema = schemas.get(key) ?? schemaOf(version, { fields, required })
  schemas.set(key, schema)
  return schema
}

function schemaOf(version: number, asked: Parameters<typeof answersTo>[0]): z.ZodType<CaseStudyContent> {
  const extra = answersTo(asked)
  return caseStudyContent
    .safeExtend({ extra: extra as unknown as typeof caseStudyContent.shape.extra })
    .transform(({ extra: answers, ...content }) => ({
      ...content,
      template: version > 1 ? version : undefined,
      extra: answers && Object.keys(answers).length > 0 ? answers : undefined,
    }))
}

/** The schema for what a form posts: its `template` names the version that it showed. */
export async function contentOfForm({ template, isNew }: { template: string; isNew: boolean }) {
  const templates = await findTemplates()
  const sent = Number(template)
  return contentOn(templates, isNew ? versionForNew(templates, sent, now()) : versionForEdit(templates, sent))
}

/** What labels and the template's own fields are called today, for comparing versions. */
export async function findNames(): Promise<Names> {
  const [labels, { current }] = await Promise.all([labelNames(), findTemplates()])
  return { labels, fields: current.fields }
}

export type OwnAnswers = { answers: ShownAnswer[]; written: number; current: number }

/** What a case study answers to the template's own fields, in today's words, and which version it was written on. */
export async function findOwnAnswers({ extra, template = 1 }: CaseStudyContent): Promise<OwnAnswers> {
  const { current } = await findTemplates()
  return { answers: shownAnswers(current.fields, extra), written: template, current: current.version }
}

export type AskedTemplates = { written: AskedTemplate; current: AskedTemplate }

/** What the form asks of a case study with these values: on the version that they name, and on the newest. */
export async function findAskedTemplates(values: FormValues, isNew: boolean): Promise<AskedTemplates> {
  const templates = await findTemplates()
  const newest = templates.current.version
  const version = isNew ? newest : versionForEdit(templates, Number(values.template))
  const answered = answersIn(values)
  return { written: askedBy(templates, version, answered), current: askedBy(templates, newest, answered) }
}

function answersIn({ extra }: FormValues): Answers {
  return typeof extra === 'object' && !Array.isArray(extra) ? (extra as Answers) : {}
}

/** The content that a merged record stands for, or null when it breaks a rule of the form or of a field's kind. */
export function readOn(fields: TemplateField[], record: JsonObject): CaseStudyContent | null {
  const content = caseStudyContent.safeParse(record).data
  if (!content?.extra) return content ?? null
  const known = fields.filter(({ key }) => content.extra?.[key] !== undefined)
  const given = Object.fromEntries(known.map(({ key }) => [key, content.extra?.[key]]))
  const answers = answersTo({ fields: known, required: new Set() }).safeParse(given)
  return answers.success ? { ...content, extra: { ...content.extra, ...answers.data } } : null
}
