import { appliesPath, caseStudyPath } from '@/lib/case-studies/paths'
import type { SameRules, Us } from '@/lib/legal/lens/vocabulary'
import { organisationPath } from '@/lib/organisations/paths'
import { TYPES } from '@/lib/organisations/vocabulary'
import type { Hit } from '@/lib/search/find'
import { storyPath } from '@/lib/stories/paths'
import { figureOf, scaleOf } from '../case-studies/figure'
import { regionWords } from '../case-studies/words'
import { RulesLine } from '../lens/rules-line'
import { Label } from '../ui/label'
import { Result } from '../ui/result'
import { Row, Rows } from '../ui/rows'

type HitLens = { us: Us; of: (facts: CaseHit['row']['law']) => SameRules } | null

/** One list of everything found, each hit with the words that matched. */
export function SearchHits({ hits, lens }: { hits: Hit[]; lens: HitLens }) {
  return (
    <Rows>
      {hits.map((hit) => (
        <HitRow key={`${hit.kind} ${hit.row.id}`} hit={hit} lens={lens} />
      ))}
    </Rows>
  )
}

function HitRow({ hit, lens }: { hit: Hit; lens: HitLens }) {
  if (hit.kind === 'case_study') return <CaseStudyHit row={hit.row} snippet={hit.snippet} lens={lens} />
  if (hit.kind === 'story')
    return (
      <Row
        labels={<Label section="story">Change story</Label>}
        title={hit.row.title}
        href={storyPath(hit.row)}
        meta={[hit.row.organisation, hit.row.period].filter(Boolean).join(' · ')}
        summary={<Snippet snippet={hit.snippet} />}
      />
    )
  return (
    <Row
      labels={<Label>Organisation</Label>}
      title={hit.row.name}
      href={organisationPath(hit.row)}
      meta={[TYPES[hit.row.type as keyof typeof TYPES], hit.row.region].join(' · ')}
    />
  )
}

type CaseHit = Extract<Hit, { kind: 'case_study' }>

function CaseStudyHit({ row, snippet, lens }: Pick<CaseHit, 'row' | 'snippet'> & { lens: HitLens }) {
  const { headline } = row
  return (
    <Row
      labels={
        <>
          <Label section="type">Case study</Label>
          {row.labels.slice(0, 2).map((label) => (
            <Label key={label.code} section={label.section}>
              {label.name}
            </Label>
          ))}
        </>
      }
      title={row.title}
      href={lens ? appliesPath(row, lens.us) : caseStudyPath(row)}
      meta={[row.organisation.name, regionWords(row.regions), row.dateNote].filter(Boolean).join(' · ')}
      summary={<Snippet snippet={snippet} />}
      facts={[{ term: 'Legal status', value: row.legal }]}
      note={lens ? <RulesLine rules={lens.of(row.law)} /> : undefined}
      result={
        headline ? (
          <Result figure={figureOf(headline)} scale={scaleOf(headline)} unit={headline.measure} />
        ) : null
      }
    />
  )
}

function Snippet({ snippet }: { snippet: Hit['snippet'] }) {
  return snippet.map(({ text, marked }, index) => {
    const key = `${index} ${text.slice(0, 12)}`
    return marked ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
}
