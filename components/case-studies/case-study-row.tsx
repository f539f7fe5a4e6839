import type { ReactNode } from 'react'
import { appliesPath, caseStudyPath } from '@/lib/case-studies/paths'
import type { CaseStudyRow } from '@/lib/case-studies/rows'
import { EVIDENCE } from '@/lib/case-studies/vocabulary'
import type { SameRules, Us } from '@/lib/legal/lens/vocabulary'
import { SHORT_LABELS } from '@/lib/legal/vocabulary'
import { categoryPath } from '@/lib/taxonomy/paths'
import { partialDateOf } from '../dates'
import { RulesLine } from '../lens/rules-line'
import { Label } from '../ui/label'
import { NoResult, Result } from '../ui/result'
import { type Fact, Row } from '../ui/rows'
import { FavouriteForm } from './favourite-form'
import { figureOf, scaleOf } from './figure'
import { counted, regionWords } from './words'

type Props = {
  row: CaseStudyRow
  action?: ReactNode
  level?: 2 | 3 | 4
  brief?: boolean
  /** Whether its rules are those of the reader, who said who they are. */
  lens?: { us: Us; rules: SameRules }
}

const labelsShown = 3

/** A case study as every listing shows it: who, what, the headline result, its legal standing and when it was checked. */
export function CaseStudyRowItem({ row, action, level = 3, brief, lens }: Props) {
  return (
    <Row
      level={level}
      href={lens ? appliesPath(row, lens.us) : caseStudyPath(row)}
      title={row.title}
      labels={<RowLabels row={row} />}
      meta={metaOf(row)}
      summary={brief ? undefined : row.summary}
      facts={brief ? undefined : factsOf(row)}
      note={lens ? <RulesLine rules={lens.rules} /> : undefined}
      result={<RowResult row={row} />}
      action={
        action ??
        (brief ? undefined : <FavouriteForm id={row.id} title={row.title} back={caseStudyPath(row)} />)
      }
    />
  )
}

function RowLabels({ row }: { row: CaseStudyRow }) {
  return (
    <>
      <Label section="type">Case study</Label>
      {row.labels.slice(0, labelsShown).map((label) => (
        <Label key={label.code} section={label.section} href={categoryPath(label)}>
          {label.name}
        </Label>
      ))}
    </>
  )
}

function RowResult({ row }: { row: CaseStudyRow }) {
  const { headline } = row
  if (!headline) return <NoResult href={`${caseStudyPath(row)}/edit#results`} />
  const period = headline.period ? `, ${headline.period}` : ''
  return (
    <Result figure={figureOf(headline)} scale={scaleOf(headline)} unit={`${headline.measure}${period}`} />
  )
}

function metaOf({ organisation, regions, dateNote }: CaseStudyRow): string {
  return [organisation.name, regionWords(regions), dateNote].filter(Boolean).join(' · ')
}

function factsOf(row: CaseStudyRow): Fact[] {
  return [
    ...legalFactsOf(row),
    { term: 'Evidence', value: EVIDENCE[row.evidence].name },
    row.documentCount > 0 ? counted(row.documentCount, 'document') : 'No documents yet',
    counted(row.resourceCount, 'link'),
    { term: 'Checked', value: row.checkedOn ? partialDateOf(row.checkedOn) : 'not yet' },
  ]
}

/** How the law stands today, and who approved it then; once, where both say the same. */
function legalFactsOf({ law, legal }: CaseStudyRow): Fact[] {
  const standing = SHORT_LABELS[law.label]
  if (standing === legal) return [{ term: 'Legal status', value: legal }]
  return [
    { term: 'Law', value: standing },
    legal === 'Not known' ? { term: 'Approval', value: legal } : legal,
  ]
}
