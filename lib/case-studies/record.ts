import 'server-only'
import type { Prisma } from '@/lib/platform/db'
import { type ProseHtml, renderFields, renderProse } from '@/lib/revisions/render'
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

/** Sanitised HTML of the prose; half the cost of a page, so it is made once and kept. */
export function htmlOf(content: CaseStudyContent): ProseHtml {
  return {
    ...renderFields({
      context: content.context,
      action: content.action,
      impact: content.impact,
      happenedNext: content.happenedNext,
    }),
    legalPoint: renderProse(content.legalStatus.legalPoint),
  }
}

function plain(content: CaseStudyContent): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(content)) as Prisma.InputJsonObject
}
