import { changePath, nomenclaturePath, proposePath } from '@/lib/nomenclature/paths'
import type { ChangeSummary, Term } from '@/lib/nomenclature/queries'
import { dayOf } from '../dates'
import { ShelfSection } from '../layout/shelf-section'
import { ChangeRows } from '../nomenclature/change-rows'
import { STANDS, statusWord } from '../nomenclature/words'
import { SummaryList } from '../ui/summary-list'

type Props = { term: Term; proposals: ChangeSummary[] }

/** Who stands behind the name, what it covers, and what is proposed about it. */
export function AboutHeading({ term, proposals }: Props) {
  const { code, name, note, alsoCalled, cpv, lastDecision } = term
  return (
    <ShelfSection id="heading" title="About this heading">
      <SummaryList
        rows={[
          { term: 'Name', value: `${name} (${code})` },
          { term: 'Status', value: <Status term={term} /> },
          ...(note ? [{ term: 'What belongs here', value: note }] : []),
          ...(alsoCalled.length > 0 ? [{ term: 'Also called', value: alsoCalled.join(', ') }] : []),
          ...(cpv.length > 0 ? [{ term: 'CPV divisions', value: cpv.join(', ') }] : []),
          ...(lastDecision ? [{ term: 'Last decision', value: <Decision decision={lastDecision} /> }] : []),
        ]}
      />
      {proposals.length > 0 ? (
        <>
          <h3 className="mt-8">Proposed about it</h3>
          <ChangeRows changes={proposals} level={4} />
        </>
      ) : null}
      <p className="mt-6">
        <a href={proposePath({ code })}>Suggest a change to this heading</a>, or{' '}
        <a href={nomenclaturePath()}>see all headings</a>.
      </p>
    </ShelfSection>
  )
}

function Status({ term: { status, reviews } }: { term: Term }) {
  if (reviews.length === 0) return `${statusWord(status)}. No public body has reviewed it yet.`
  return (
    <>
      {statusWord(status)}. Reviewed by{' '}
      {reviews.map(({ organisation, stance }) => `${organisation.name} (${STANDS[stance]})`).join(', ')}.
    </>
  )
}

function Decision({ decision }: { decision: NonNullable<Term['lastDecision']> }) {
  const version = decision.taxonomyVersion ? `, version ${decision.taxonomyVersion}` : ''
  return (
    <a href={changePath(decision.changeId)}>
      Number {decision.number}, {dayOf(decision.date)}
      {version}
    </a>
  )
}
