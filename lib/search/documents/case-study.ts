import 'server-only'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { BARRIERS, CONTRACT_STAGES } from '@/lib/case-studies/vocabulary'
import { approvalName, regimeName } from '@/lib/legal/label'
import { CHALLENGES, PROCEDURES, VALUE_BANDS } from '@/lib/legal/vocabulary'
import type { HeadingTree } from '@/lib/taxonomy/queries'
import { governedValue } from '../governed'
import type { SearchDocument, Texts } from '../schema'
import { labelWords, type Standing } from './labels'
import { joined, plainOf, resourceWords, yearOf } from './plain'
import { textsOf } from './texts'

/** A case study as it stands: its current version and what the tables make of it. */
export type CaseStudySource = {
  pageId: number
  content: CaseStudyContent
  standing: Standing
  organisation: { id: number; type: string; otherNames: string[] } | null
  /** What the law register says of it. */
  label: string
  /** The code of the law that decided it, "" for none. */
  law: string
  /** Those to the template's own fields, in words. */
  answers: string[]
  favourites: number
  addedAt: Date
  changedAt: Date
}

export function caseStudyDocument(source: CaseStudySource, tree: HeadingTree): SearchDocument {
  const { pageId, content, favourites, addedAt, changedAt } = source
  return {
    id: `case-${pageId}`,
    kind: 'case_study',
    ref: String(pageId),
    pageId,
    texts: wordsOf(source, tree),
    facets: facetsOf(source),
    acl: ['public'],
    year: yearOf(content.startedOn, content.legalStatus.awardedOn),
    quality: qualityOf(content),
    favourites,
    publishedAt: addedAt,
    updatedAt: changedAt,
  }
}

function wordsOf({ content, standing, answers, organisation }: CaseStudySource, tree: HeadingTree): Texts {
  const { title, summary, partners, regions, contact, legalStatus } = content
  return textsOf({
    title,
    labels: [
      ...labelWords(standing, tree),
      ...(content.barriers ?? []).map((barrier) => BARRIERS[barrier].name),
      ...(content.contractStages ?? []).map((stage) => CONTRACT_STAGES[stage]),
      legalStatus.regime === 'UNK' ? '' : regimeName(legalStatus.regime),
    ],
    organisation: [content.organisation, ...(organisation?.otherNames ?? [])].filter(Boolean).join(', '),
    summary,
    people: [partners, ...regions, contact?.name, contact?.organisation],
    body: [
      { name: 'Context', text: plainOf(content.context) },
      { name: 'Action', text: plainOf(content.action) },
      { name: 'Impact', text: plainOf(content.impact) },
      { name: 'What happened next', text: plainOf(content.happenedNext) },
      { name: 'Results in figures', text: joined(content.results.map(resultWords)) },
      { name: 'Further questions', text: joined(answers.map(plainOf)) },
      { name: 'Legal status', text: joined(legalWords(content)) },
      { name: 'Documents and links', text: joined(content.resources.map(resourceWords)) },
      { name: 'What we don’t know', text: joined(content.gaps) },
      { name: 'Who, where and when', text: joined([content.dateNote, content.contractValue]) },
    ],
  })
}

function resultWords(result: CaseStudyContent['results'][number]): string {
  const { measure, before, after, unit, period, measuredBy } = result
  return [measure, before, after, unit, period, measuredBy].filter(Boolean).join(' ')
}

/** What is recorded of the law, in words; what is not known says nothing. */
function legalWords({ legalStatus }: CaseStudyContent): string[] {
  const { nation, procedure, approvals, challenge, valueBand, legalPoint, noticeReferences } = legalStatus
  const known = approvals.filter(({ kind }) => kind !== 'UNK')
  return [
    plainOf(legalPoint),
    nation === 'Not known' ? '' : nation,
    procedure === 'unknown' ? '' : PROCEDURES[procedure],
    valueBand && valueBand !== 'unknown' ? VALUE_BANDS[valueBand] : '',
    challenge.state === 'unknown' ? '' : `${CHALLENGES[challenge.state]} ${challenge.source}`,
    ...known.map(({ kind, body, scope, conditions }) =>
      [approvalName(kind), body, scope, conditions].filter(Boolean).join(' '),
    ),
    legalStatus.subjectLink ?? '',
    noticeReferences,
  ]
}

function facetsOf({
  content,
  standing,
  organisation,
  label,
  law,
}: CaseStudySource): SearchDocument['facets'] {
  const { regions, legalStatus, evidence, state, contact } = content
  const { nation, regime, approvals, challenge, valueBand } = legalStatus
  const year = yearOf(content.startedOn, legalStatus.awardedOn)
  const has = {
    figure: content.results.length > 0,
    document: content.resources.some(({ kind }) => kind === 'primary'),
    contact: contact !== null,
  }
  return {
    kind: ['case_study'],
    category: standing.codes,
    region: regions,
    nation: [nation],
    type: organisation ? [organisation.type] : [],
    standing: [label],
    governed: label === 'current' ? [governedValue(law, valueBand ?? 'unknown')] : [],
    law: [regime],
    approval: approvals.map(({ kind }) => kind),
    challenge: [challenge.state],
    barrier: content.barriers ?? [],
    stage: content.contractStages ?? [],
    evidence: [evidence],
    state: [state],
    value: [valueBand ?? 'unknown'],
    year: year === null ? [] : [String(year)],
    has: Object.entries(has).flatMap(([name, there]) => (there ? [name] : [])),
    organisation: organisation ? [String(organisation.id)] : [],
  }
}

/** How much a reader can do with it, 0 to 100: evidence 35, figures 20, documents 15, contact 10, and completeness. */
function qualityOf(content: CaseStudyContent): number {
  const { evidence, results, resources, contact, checkedOn, gaps, happenedNext } = content
  const sourced = results.filter(({ source }) => source !== '').length
  const reusable = resources.filter(({ kind }) => kind === 'primary').length
  const parts = [
    { told: 0, documented: 20, checked: 35 }[evidence],
    Math.min(20, sourced * 10),
    reusable > 0 ? 15 : 0,
    contact ? 10 : 0,
    checkedOn === '' ? 0 : 10,
    happenedNext === '' ? 0 : 5,
    gaps.length === 0 ? 5 : 0,
  ]
  return parts.reduce((sum, part) => sum + part, 0)
}
