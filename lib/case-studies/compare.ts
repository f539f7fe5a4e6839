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
import type { TemplateField } from '@/lib/templates/schema'
import { wordsOf } from '@/lib/templates/show'
import type { Place } from '@/lib/templates/vocabulary'
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
/** What labels and the template's own fields are called. */
export type Names = { labels: Map<string, string>; fields: TemplateField[] }

/** What differs between two versions of a case study, ready to be compared elsewhere (see compare-apart). */
export function comparedCaseStudies(
  older: CaseStudyContent,
  newer: CaseStudyContent,
  names: Names,
): ComparedField[] {
  return fieldsOf(specs(names), older, newer)
}

/** What changed between two versions of a case study, in the order of the page. */
export function compareCaseStudies(
  older: CaseStudyContent,
  newer: CaseStudyContent,
  names: Names,
): Comparison {
  return compareVersions(specs(names), older, newer)
}

function specs({ labels, fields }: Names): Spec[] {
  const long = (...places: Place[]) =>
    fields.filter(({ type, after }) => type === 'long' && places.includes(after)).map(longText)
  return [
    text('title', 'Title', (content) => content.title),
    text('summary', 'Summary', (content) => content.summary),
    ...long('summary'),
    facts('about', 'About', about),
    text('context', 'Context', (content) => content.context),
    ...long('context'),
    text('action', 'Action', (content) => content.action),
    ...long('action'),
    text('impact', 'Impact', (content) => content.impact),
    ...long('impact'),
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
    ...long('results'),
    facts('extra', 'More fields', (content) => extra(content, fields)),
    facts('legalStatus', 'Legal status', legal),
    { kind: 'rows', name: 'approvals', label: 'Approvals', read: approvals },
    ...long('legal'),
    text('happenedNext', 'What happened next', (content) => content.happenedNext),
    text('gaps', 'What we don’t know', (content) => content.gaps.join('\n\n')),
    { kind: 'rows', name: 'resources', label: 'Documents and links', read: resources },
    list('categories', 'Labels', (content) => content.categories.map((code) => labels.get(code) ?? code)),
    facts('contact', 'Contact', contact),
    ...long('end'),
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

function longText({ key, label }: TemplateField): Spec {
  return text(`extra.${key}`, label, ({ extra = {} }) => [extra[key] ?? ''].flat().join('\n'))
}

/** The template's own fields that are short, in its order, and whatever it does not know. */
function extra({ template, extra = {} }: CaseStudyContent, fields: TemplateField[]): [string, string][] {
  const known = new Set(fields.map(({ key }) => key))
  const short = fields.filter(({ type }) => type !== 'long')
  const others = Object.entries(extra).filter(([key]) => !known.has(key))
  return [
    ['Template', template ? `Version ${template}` : ''],
    ...short.map((field): [string, string] => [field.label, wordsOf(field, extra[field.key])]),
    ...others.map(([key, answer]): [string, string] => [key, [answer].flat().join(', ')]),
  ]
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
