import 'server-only'
import { approvalName, regimeName } from '@/lib/legal/label'
import { CHALLENGES, DOCUMENT_ACCESS, PROCEDURES, REUSE, REVIEWS, VALUE_BANDS } from '@/lib/legal/vocabulary'
import {
  type ComparableRow,
  type ComparedField,
  type Comparison,
  compareVersions,
  type Fact,
  type FieldSpec,
  fieldsOf,
} from '@/lib/revisions/compare'
import type { CaseStudyContent } from './schema'
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

type Spec = FieldSpec<CaseStudyContent>

/** What differs between two versions of a case study, ready to be compared elsewhere (see compare-apart). */
export function comparedCaseStudies(
  older: CaseStudyContent,
  newer: CaseStudyContent,
  labelNames: Map<string, string>,
): ComparedField[] {
  return fieldsOf(specs(labelNames), older, newer)
}

/** What changed between two versions of a case study, in the order of the page. */
export function compareCaseStudies(
  older: CaseStudyContent,
  newer: CaseStudyContent,
  labelNames: Map<string, string>,
): Comparison {
  return compareVersions(specs(labelNames), older, newer)
}

function specs(labelNames: Map<string, string>): Spec[] {
  return [
    text('title', 'Title', (content) => content.title),
    text('summary', 'Summary', (content) => content.summary),
    facts('about', 'About', about),
    text('context', 'Context', (content) => content.context),
    text('action', 'Action', (content) => content.action),
    text('impact', 'Impact', (content) => content.impact),
    {
      kind: 'rows',
      name: 'results',
      label: 'Results in figures',
      read: (content) => content.results.map(resultRow),
    },
    list('barriers', 'Barriers overcome', ({ barriers = [] }) => barriers.map((key) => BARRIERS[key].name)),
    list('contractStages', 'Stages of the contract', ({ contractStages = [] }) =>
      contractStages.map((key) => CONTRACT_STAGES[key]),
    ),
    facts('extra', 'More fields', extra),
    facts('legalStatus', 'Legal status', legal),
    { kind: 'rows', name: 'approvals', label: 'Approvals', read: approvals },
    text('happenedNext', 'What happened next', (content) => content.happenedNext),
    text('gaps', 'What we don’t know', (content) => content.gaps.join('\n\n')),
    { kind: 'rows', name: 'resources', label: 'Documents and links', read: resources },
    list('categories', 'Labels', (content) => content.categories.map((code) => labelNames.get(code) ?? code)),
    facts('contact', 'Contact', contact),
  ]
}

function text(name: string, label: string, read: (content: CaseStudyContent) => string): Spec {
  return { kind: 'text', name, label, read }
}

function list(name: string, label: string, read: (content: CaseStudyContent) => string[]): Spec {
  return { kind: 'list', name, label, read }
}

function facts(name: string, label: string, read: (content: CaseStudyContent) => [string, string][]): Spec {
  return { kind: 'facts', name, label, read: (content) => named(read(content)) }
}

function named(entries: [string, string][]): Fact[] {
  return entries.map(([label, text]) => ({ label, text }))
}

function about(content: CaseStudyContent): [string, string][] {
  return [
    ['Organisation', content.organisation],
    ['Partners', content.partners],
    ['Regions', content.regions.join(', ')],
    ['Started', content.startedOn],
    ['Ended', content.endedOn],
    ['When', content.dateNote],
    ['Now', `${STATES[content.state]}${content.stateAsOf ? `, as of ${content.stateAsOf}` : ''}`],
    ['Contract value', content.contractValue],
    ['Where it lives', HOMES[content.home]],
    ['Evidence', EVIDENCE[content.evidence].name],
    ['Checked', content.checkedOn],
  ]
}

function extra({ template, extra = {} }: CaseStudyContent): [string, string][] {
  const values = Object.entries(extra).map(([key, value]): [string, string] => [
    key,
    [value].flat().join(', '),
  ])
  return [['Template', template ? `Version ${template}` : ''], ...values]
}

function legal({ legalStatus }: CaseStudyContent): [string, string][] {
  return [
    ['Nation', legalStatus.nation],
    ['Law', regimeName(legalStatus.regime)],
    ['Procurement began', legalStatus.commencedOn],
    ['Awarded', legalStatus.awardedOn],
    ['Ends', legalStatus.endsOn ?? ''],
    ['Value then', legalStatus.valueBand ? VALUE_BANDS[legalStatus.valueBand] : ''],
    ['Procedure', PROCEDURES[legalStatus.procedure]],
    ['Link to the subject of the contract', legalStatus.subjectLink ?? ''],
    ['Legal point', legalStatus.legalPoint],
    [
      'Challenge',
      [CHALLENGES[legalStatus.challenge.state], legalStatus.challenge.date, legalStatus.challenge.source]
        .filter(Boolean)
        .join(', '),
    ],
    ['Notices', legalStatus.noticeReferences],
    ['Usable under the law now', REUSE[legalStatus.reuse]],
    ['Reviewer’s view', reviewOf(legalStatus)],
  ]
}

function reviewOf({ reviewed }: CaseStudyContent['legalStatus']): string {
  return reviewed ? [REVIEWS[reviewed.view], reviewed.by, reviewed.date].filter(Boolean).join(', ') : ''
}

function resultRow(result: CaseStudyContent['results'][number]): ComparableRow {
  return {
    key: result.measure,
    title: result.measure,
    cells: [
      { label: 'What', text: result.measure },
      { label: 'Before', text: result.before },
      { label: 'After', text: result.after },
      { label: 'Unit', text: result.unit },
      { label: 'Period', text: result.period },
      { label: 'Measured by', text: result.measuredBy },
      { label: 'Source', text: result.source },
      { label: 'How sure', text: CERTAINTIES[result.certainty] },
    ],
  }
}

function approvals({ legalStatus }: CaseStudyContent): ComparableRow[] {
  return legalStatus.approvals.map((approval) => ({
    key: `${approval.kind} ${approval.body}`,
    title: approvalName(approval.kind),
    cells: [
      { label: 'Kind', text: approvalName(approval.kind) },
      { label: 'By', text: approval.body },
      { label: 'In what capacity', text: approval.capacity ?? '' },
      { label: 'Date', text: approval.date },
      { label: 'Scope', text: approval.scope },
      { label: 'Conditions', text: approval.conditions },
      { label: 'Document', text: approval.documentUrl },
      { label: 'Who may see it', text: approval.access ? DOCUMENT_ACCESS[approval.access] : '' },
    ],
  }))
}

function resources(content: CaseStudyContent): ComparableRow[] {
  return content.resources.map((resource) => ({
    key: String(resource.number),
    title: resource.title,
    cells: [
      { label: 'Number', text: String(resource.number) },
      { label: 'Kind', text: RESOURCE_KINDS[resource.kind] },
      { label: 'Title', text: resource.title },
      { label: 'Link', text: resource.url },
      { label: 'Publisher', text: resource.publisher },
      { label: 'Date', text: resource.date },
      { label: 'Format', text: FORMATS[resource.format] },
      { label: 'Last seen', text: `${resource.seenOn}${resource.broken ? ', link broken' : ''}` },
      { label: 'Note', text: resource.note },
    ],
  }))
}

function contact({ contact }: CaseStudyContent): [string, string][] {
  if (!contact) return []
  return [
    ['Name or role', contact.name],
    ['Organisation', contact.organisation],
    ['E-mail', contact.byForm ? 'kept private, through a form' : contact.email],
    ['Telephone', contact.phone],
  ]
}
