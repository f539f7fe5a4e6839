import { changePath } from '@/lib/nomenclature/paths'
import type { Term } from '@/lib/nomenclature/queries'
import { categoryPath } from '@/lib/taxonomy/paths'
import { dayOf } from '../dates'
import { DataTable } from '../ui/data-table'
import { wordsOf } from './match'
import { STANDS, statusWord } from './words'

type Props = { terms: Term[]; caption: string; withCpv: boolean; first: string }

/** Headings with their scope, their status and which public bodies reviewed them. */
export function TermTable({ terms, caption, withCpv, first }: Props) {
  const cpv = withCpv ? [{ label: 'CPV divisions' }] : []
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={[
        { label: first },
        ...cpv,
        { label: 'Status' },
        { label: 'Reviewed by' },
        { label: 'Last decision' },
      ]}
      rows={terms.map((term) => ({
        key: term.code,
        id: `term-${term.code.replaceAll('.', '-')}`,
        cells: [
          <NameCell key="name" term={term} />,
          ...(withCpv ? [term.cpv.join(', ') || 'None'] : []),
          statusWord(term.status),
          <ReviewCell key="reviews" reviews={term.reviews} />,
          <DecisionCell key="decision" decision={term.lastDecision} />,
        ],
      }))}
    />
  )
}

function NameCell({ term }: { term: Term }) {
  const { code, name, note, alsoCalled } = term
  return (
    <>
      <a href={categoryPath(term)} data-words={wordsOf(term)} data-cpv={term.cpv.join(' ')}>
        {name}
      </a>{' '}
      <span className="termcode">{code}</span>
      <span className="termnote">{note}</span>
      {alsoCalled.length > 0 ? <span className="termnote">Also called {alsoCalled.join(', ')}.</span> : null}
    </>
  )
}

function ReviewCell({ reviews }: { reviews: Term['reviews'] }) {
  if (reviews.length === 0) return 'Nobody yet'
  return (
    <ul>
      {reviews.map(({ organisation, stance, changeId }) => (
        <li key={`${organisation.id} ${changeId}`}>
          {organisation.name} {STANDS[stance]}
        </li>
      ))}
    </ul>
  )
}

function DecisionCell({ decision }: { decision: Term['lastDecision'] }) {
  if (!decision) return 'None'
  return (
    <a href={changePath(decision.changeId)}>
      Decision {decision.number}, {dayOf(decision.date)}
      {decision.taxonomyVersion ? `, version ${decision.taxonomyVersion}` : ''}
    </a>
  )
}
