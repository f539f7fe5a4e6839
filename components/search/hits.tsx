import { appliesPath } from '@/lib/case-studies/paths'
import type { CaseStudyRow } from '@/lib/case-studies/rows'
import { EVIDENCE } from '@/lib/case-studies/vocabulary'
import type { SameRules, Us } from '@/lib/legal/lens/vocabulary'
import { SHORT_LABELS } from '@/lib/legal/vocabulary'
import { TYPES } from '@/lib/organisations/vocabulary'
import { pagePath } from '@/lib/pages/paths'
import { foundPath } from '@/lib/search/paths'
import type { FoundDocument, Hit } from '@/lib/search/rows'
import { KINDS } from '@/lib/search/vocabulary'
import { categoryPath } from '@/lib/taxonomy/paths'
import { figureOf, scaleOf } from '../case-studies/figure'
import { counted, regionWords } from '../case-studies/words'
import { RulesLine } from '../lens/rules-line'
import { sizeOf } from '../media/size'
import { Label } from '../ui/label'
import { Result } from '../ui/result'
import { type Fact, Row, type RowProps, Rows } from '../ui/rows'
import { Snippet } from './snippet'

export type HitLens = { us: Us; of: (facts: CaseStudyRow['law']) => SameRules } | null
type Props = { hits: Hit[]; lens: HitLens; level?: 3 | 4 }

/** One list of everything found, each hit with its type, the words that matched and where they stand. */
export function Hits({ hits, lens, level = 3 }: Props) {
  return (
    <Rows>
      {hits.map((hit) => (
        <Row key={hit.id} level={level} {...partsOf(hit, lens)} />
      ))}
    </Rows>
  )
}

function partsOf(hit: Hit, lens: HitLens): RowProps {
  const summary = hit.snippet.length > 0 ? <Snippet snippet={hit.snippet} /> : undefined
  const note = <Where where={hit.where} />
  const common = { summary, note, href: foundPath(hit), labels: <KindLabel kind={hit.kind} /> }
  switch (hit.kind) {
    case 'case_study':
      return { ...common, ...caseStudyParts(hit.row, lens, note) }
    case 'story':
      return {
        ...common,
        title: hit.row.title,
        meta: said([hit.row.organisation, hit.row.period]),
        facts: [counted(hit.row.stageCount, 'stage')],
      }
    case 'document':
      return { ...common, ...documentParts(hit.row) }
    case 'organisation':
      return {
        ...common,
        title: hit.row.name,
        meta: said([TYPES[hit.row.type as keyof typeof TYPES], hit.row.region]),
        facts: [counted(hit.row.caseStudies, 'case study')],
      }
    case 'person':
      return {
        ...common,
        title: hit.row.name,
        meta: said([hit.row.jobTitle, hit.row.organisation, hit.row.region]),
        facts: hit.row.canHelpWith ? [{ term: 'Can help with', value: hit.row.canHelpWith }] : [],
      }
    case 'category':
      return {
        ...common,
        labels: <Label section={hit.row.section}>{KINDS.category}</Label>,
        title: hit.row.name,
        facts: [counted(hit.row.caseStudies, 'case study')],
      }
    default:
      return { ...common, title: hit.row.title }
  }
}

function caseStudyParts(
  row: CaseStudyRow,
  lens: HitLens,
  where: RowProps['note'],
): Partial<RowProps> & Titled {
  const { headline, organisation, regions, dateNote } = row
  return {
    labels: (
      <>
        <KindLabel kind="case_study" />
        {row.labels.slice(0, 2).map((label) => (
          <Label key={label.code} section={label.section} href={categoryPath(label)}>
            {label.name}
          </Label>
        ))}
      </>
    ),
    title: row.title,
    ...(lens ? { href: appliesPath(row, lens.us) } : {}),
    meta: said([organisation.name, regionWords(regions), dateNote]),
    facts: factsOf(row),
    note: (
      <>
        {where}
        {lens ? <RulesLine rules={lens.of(row.law)} /> : null}
      </>
    ),
    result: headline ? (
      <Result figure={figureOf(headline)} scale={scaleOf(headline)} unit={unitOf(headline)} />
    ) : null,
  }
}

type Titled = Pick<RowProps, 'title'>

function unitOf({ measure, period }: NonNullable<CaseStudyRow['headline']>): string {
  return period ? `${measure}, ${period}` : measure
}

function factsOf({ law, legal, evidence, documentCount }: CaseStudyRow): Fact[] {
  const standing = SHORT_LABELS[law.label]
  return [
    { term: 'Law', value: standing },
    ...(standing === legal ? [] : [{ term: 'Approval', value: legal }]),
    { term: 'Evidence', value: EVIDENCE[evidence].name },
    ...(documentCount > 0 ? [`${counted(documentCount, 'document')} to reuse`] : []),
  ]
}

/** A document says what it is and on which page it stands. */
function documentParts({
  title,
  name,
  kind,
  bytes,
  unreadable,
  page,
}: FoundDocument): Partial<RowProps> & Titled {
  return {
    title,
    meta: (
      <>
        {title === name ? '' : `${name} · `}
        {kind}, {sizeOf(bytes)} · on the page <a href={pagePath(page)}>{page.title}</a>
      </>
    ),
    facts: unreadable ? ['We could not read the text of this file'] : [],
  }
}

function KindLabel({ kind }: { kind: Hit['kind'] }) {
  const look = kind === 'case_study' ? 'type' : kind === 'story' ? 'story' : undefined
  return <Label section={look}>{KINDS[kind]}</Label>
}

function Where({ where }: { where: string }) {
  return where ? <p className="where">Found in: {where}</p> : null
}

function said(parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ')
}
