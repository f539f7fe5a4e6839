import { editSectionPath } from '@/lib/case-studies/paths'
import type { CaseStudyRow } from '@/lib/case-studies/rows'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { STATES } from '@/lib/case-studies/vocabulary'
import { SHORT_LABELS } from '@/lib/legal/vocabulary'
import { organisationPath } from '@/lib/organisations/paths'
import { TYPES } from '@/lib/organisations/vocabulary'
import { partialDateOf } from '../dates'
import { KeyFacts } from '../ui/key-facts'
import { Measure } from '../ui/measure'
import { Refs } from '../ui/refs'
import { figureOf, scaleOf } from './figure'
import { PracticeFacts } from './practice-facts'
import { regionWords, sourceNumbers } from './words'

type Addressed = { id: number; slug: string }
type Organisation = { id: number; slug: string; name: string; type: string } | null
/** Without a law: an old version, which shows the statement as it was made. */
type Legal = { law?: CaseStudyRow['law']; approval: string }
type Props = { page: Addressed; content: CaseStudyContent; organisation: Organisation; legal: Legal }

/** Who, when, for how much, and how it stands in law. What is missing can be added from here. */
export function CaseStudyFacts({ page, content, organisation, legal }: Props) {
  return (
    <>
      <KeyFacts
        facts={[
          {
            term: 'Organisation',
            value: organisationOf(content, organisation),
            note: placeOf(content, organisation),
          },
          { term: 'When', value: whenOf(content), note: stateOf(content) },
          {
            term: 'Contract value',
            value: content.contractValue || 'Not known',
            note: content.contractValue ? undefined : (
              <a href={editSectionPath(page, 'about')}>Add the value</a>
            ),
          },
          { term: 'Legal status', ...standingOf(legal) },
        ]}
      />
      <PracticeFacts content={content} />
    </>
  )
}

const measuresShown = 3

/** The first results, large, each with how it is known. */
export function CaseStudyMeasures({ content }: { content: CaseStudyContent }) {
  if (content.results.length === 0) return null
  return (
    <section className="section tight" aria-labelledby="figures">
      <h2 className="vh" id="figures">
        Results in figures
      </h2>
      <div className="measures">
        {content.results.slice(0, measuresShown).map((result) => (
          <Measure
            key={result.measure}
            figure={figureOf(result)}
            scale={scaleOf(result)}
            what={result.measure}
            how={
              <>
                {[result.period, result.measuredBy].filter(Boolean).join('. ')}
                <Refs numbers={sourceNumbers(result.source)} prefix="source-" />. Evidence: {result.certainty}
                .
              </>
            }
          />
        ))}
      </div>
    </section>
  )
}

function standingOf({ law, approval }: Legal) {
  const seeMore = <a href="#legal">See what is on record</a>
  if (!law) return { value: approval, note: seeMore }
  const value = SHORT_LABELS[law.label]
  if (value === approval) return { value, note: seeMore }
  return {
    value,
    note: (
      <>
        {approval === 'Not known' ? 'Approval not known' : approval}. {seeMore}
      </>
    ),
  }
}

function organisationOf(content: CaseStudyContent, organisation: Organisation) {
  if (organisation) return <a href={organisationPath(organisation)}>{organisation.name}</a>
  return content.organisation || content.partners || 'Not known'
}

function placeOf(content: CaseStudyContent, organisation: Organisation): string {
  const type = organisation ? TYPES[organisation.type as keyof typeof TYPES] : ''
  const regions = regionWords(content.regions)
  const partners = content.partners && content.organisation ? `With ${content.partners}` : ''
  return [type, type.endsWith(regions) ? '' : regions, partners].filter(Boolean).join(' · ')
}

function whenOf({ dateNote, startedOn, endedOn }: CaseStudyContent): string {
  if (dateNote) return dateNote
  const [start, end] = [partialDateOf(startedOn), partialDateOf(endedOn)]
  if (start && end) return `${start} to ${end}`
  return start ? `From ${start}` : end ? `Until ${end}` : 'Not known'
}

function stateOf({ state, stateAsOf, endedOn }: CaseStudyContent): string {
  if (state === 'unknown') return 'Whether it is still in place is not known'
  if (state === 'ended' && endedOn) return `Ended ${partialDateOf(endedOn)}`
  return stateAsOf ? `${STATES[state]}, ${partialDateOf(stateAsOf)}` : STATES[state]
}
