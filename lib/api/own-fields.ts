import 'server-only'
import { z } from 'zod'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import type { TemplateField } from '@/lib/templates/schema'

// The template's own fields stand under `extra`, beside those that are built in, by the keys that the template gives.

/** What programs are given: numbers and money as numbers, yes and no as true and false, lists as lists. */
export const ownAnswer = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])

/** What programs may send: the same, or the texts that a form would post. Null and "" are no answer. */
export const ownAnswerWrite = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()).max(100),
  z.null(),
])

export function ownAnswersOf(extra: CaseStudyContent['extra'], fields: TemplateField[]) {
  const types = new Map(fields.map(({ key, type }) => [key, type]))
  const entries = Object.entries(extra ?? {}).map(([key, answer]) => [key, asJson(answer, types.get(key))])
  return Object.fromEntries(entries) as Record<string, z.output<typeof ownAnswer>>
}

function asJson(answer: string | string[], type: TemplateField['type'] | undefined) {
  if (typeof answer !== 'string') return answer
  if (type === 'yes-no' && answer !== 'unknown') return answer === 'yes'
  return type === 'number' || type === 'money' ? Number(answer) : answer
}
