import 'server-only'
import type { Prisma } from '@/lib/platform/db'
import { type ProseHtml, renderFields } from '@/lib/revisions/render'
import type { CaseStudyContent } from './schema'

/** The prose fields of a case study, in reading order. */
export const PROSE = ['context', 'action', 'impact', 'happenedNext'] as const

/** What goes into a revision. A contact's private address stays out of it: history is public for ever. */
export function recordOf(content: CaseStudyContent): {
  record: Prisma.InputJsonObject
  privateEmail: string
} {
  const contact = content.contact
  if (!contact?.byForm) return { record: plain(content), privateEmail: '' }
  return { record: plain({ ...content, contact: { ...contact, email: '' } }), privateEmail: contact.email }
}

/** The Markdown of a case study by the names under which its HTML is kept. */
export function proseOf(content: CaseStudyContent): Record<string, string> {
  const { context, action, impact, happenedNext, legalStatus, extra = {} } = content
  // Which of the template's own fields are long texts is for the template to say; the others are short.
  const texts = Object.entries(extra).flatMap(([key, answer]) =>
    typeof answer === 'string' ? [[`extra.${key}`, answer]] : [],
  )
  const own = Object.fromEntries(texts) as Record<string, string>
  return { context, action, impact, happenedNext, legalPoint: legalStatus.legalPoint, ...own }
}

/** Sanitised HTML of the prose; half the cost of a page, so it is made once and kept. */
export function htmlOf(content: CaseStudyContent): ProseHtml {
  return renderFields(proseOf(content))
}

function plain(content: CaseStudyContent): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(content)) as Prisma.InputJsonObject
}
