import 'server-only'
import { caseStudyPath } from '@/lib/case-studies/paths'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { env } from '@/lib/platform/env'
import type { TemplateField } from '@/lib/templates/schema'
import type { CaseStudyAnswer } from './answers'
import { ownAnswersOf } from './own-fields'

/** One version of a case study, as it is kept. Times are those of the page's beginning and of this version. */
export type Snapshot = {
  id: number
  slug: string
  revision: number
  content: CaseStudyContent
  organisationId: number | null
  createdAt: Date
  updatedAt: Date
  /** The page says that its contact is written to by form: then no older version gives the address away either. */
  hidesContact: boolean
  /** Those that the template has of its own. */
  fields: TemplateField[]
}

/** What programs are given of a case study. */
export function viewOf(snapshot: Snapshot): CaseStudyAnswer {
  const { id, slug, revision, content, organisationId, createdAt, updatedAt, fields } = snapshot
  const { title, summary, context, action, impact, categories, state, startedOn, endedOn } = content
  return {
    id,
    slug,
    url: `${env.siteUrl}${caseStudyPath({ id, slug })}`,
    status: 'published',
    revision,
    title,
    summary,
    context,
    action,
    impact,
    template: content.template ?? 1,
    extra: { ...ownAnswersOf(content.extra, fields), ...extraOf(content) },
    organisation: { id: organisationId, name: content.organisation },
    categories,
    legalStatus: legalOf(content.legalStatus),
    resources: content.resources.map(resourceOf),
    results: content.results.map(resultOf),
    contact: contactOf(content.contact, snapshot.hidesContact),
    state,
    startedOn,
    endedOn,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}

// Field by field: what a later version keeps beside these does not slip out unseen.

function extraOf(content: CaseStudyContent): CaseStudyAnswer['extra'] {
  const { happenedNext, gaps, home, partners, regions, dateNote, stateAsOf, contractValue } = content
  const { evidence, checkedOn, barriers = [], contractStages = [] } = content
  return {
    happenedNext,
    gaps,
    home,
    partners,
    regions,
    dateNote,
    stateAsOf,
    contractValue,
    evidence,
    checkedOn,
    barriers,
    contractStages,
  }
}

function legalOf(legal: CaseStudyContent['legalStatus']): CaseStudyAnswer['legalStatus'] {
  const { nation, regime, commencedOn, awardedOn, procedure, legalPoint, noticeReferences, reuse } = legal
  const { endsOn = '', valueBand = 'unknown', subjectLink = '', reviewed } = legal
  return {
    nation,
    regime,
    commencedOn,
    awardedOn,
    endsOn,
    valueBand,
    procedure,
    subjectLink,
    legalPoint,
    approvals: legal.approvals.map(approvalOf),
    challenge: { state: legal.challenge.state, date: legal.challenge.date, source: legal.challenge.source },
    noticeReferences,
    reuse,
    reviewed: reviewed
      ? { view: reviewed.view, by: reviewed.by, date: reviewed.date }
      : { view: 'none', by: '', date: '' },
  }
}

function approvalOf(approval: CaseStudyContent['legalStatus']['approvals'][number]) {
  const { kind, body, capacity = '', date, scope, conditions, documentUrl, access = 'unknown' } = approval
  return { kind, body, capacity, date, scope, conditions, documentUrl, access } as const
}

function resourceOf(resource: CaseStudyContent['resources'][number]) {
  const { number, kind, title, url, publisher, date, format, seenOn, broken, note } = resource
  return { number, kind, title, url, publisher, date, format, seenOn, broken, note }
}

function resultOf(result: CaseStudyContent['results'][number]) {
  const { measure, before, after, unit, period, measuredBy, source, certainty } = result
  return { measure, before, after, unit, period, measuredBy, source, certainty }
}

function contactOf(contact: CaseStudyContent['contact'], hidden: boolean): CaseStudyAnswer['contact'] {
  if (!contact) return null
  const { name, organisation, email, phone, byForm } = contact
  if (byForm || hidden) return { name, organisation, phone, byForm }
  return { name, organisation, email, phone, byForm }
}
