import { wantedItemPath } from '@/lib/wanted/paths'
import type { WantedSummary } from '@/lib/wanted/queries'
import { LOOKING_FOR, WANTED_STATES } from '@/lib/wanted/vocabulary'
import { dayOf, partialDateOf } from '../dates'
import { Label } from '../ui/label'
import { type Fact, Row, Rows } from '../ui/rows'
import { ORIGIN_LABELS, ORIGIN_WORDS, wantedTitle, whereWords } from './words'

/** Requests as rows, in the order given. */
export function WantedRows({ rows }: { rows: WantedSummary[] }) {
  return (
    <Rows>
      {rows.map((wanted) => (
        <WantedRow key={wanted.id} wanted={wanted} />
      ))}
    </Rows>
  )
}

function WantedRow({ wanted }: { wanted: WantedSummary }) {
  const { state, origin, areas } = wanted
  const [area] = areas
  return (
    <Row
      labels={
        <>
          <Label section={state === 'open' ? 'contracts' : state === 'answered' ? 'impact' : 'docs'}>
            {state === 'open' ? ORIGIN_LABELS[origin] : WANTED_STATES[state]}
          </Label>
          {area ? <Label>{area.name}</Label> : null}
          {areas.length > 1 ? <Label>{`and ${areas.length - 1} more`}</Label> : null}
        </>
      }
      title={wantedTitle(wanted)}
      href={wantedItemPath(wanted)}
      meta={whoOf(wanted)}
      facts={factsOf(wanted)}
    />
  )
}

function whoOf({ origin, by, askedAt }: WantedSummary): string {
  if (origin === 'asked') return `Asked by ${by?.name}, ${dayOf(askedAt)}`
  return `${ORIGIN_WORDS[origin]}. On the list since ${dayOf(askedAt)}`
}

function factsOf(wanted: WantedSummary): Fact[] {
  const { origin, lookingFor, claims, answer } = wanted
  const where = whereWords(wanted)
  const [claim] = claims
  const others = claims.length > 1 ? ` and ${claims.length - 1} more` : ''
  return [
    ...(origin === 'asked' && lookingFor !== 'either'
      ? [{ term: 'Would help', value: (LOOKING_FOR[lookingFor].split(',')[0] ?? '').toLowerCase() }]
      : []),
    ...(where ? [{ term: 'Where', value: where }] : []),
    ...(claim && !answer
      ? [
          {
            term: 'Will be written by',
            value: `${claim.organisation.name}${others}, until ${partialDateOf(claim.dueOn)}${claim.late ? ', which has passed' : ''}`,
          },
        ]
      : []),
    ...(answer ? [{ term: 'Answer', value: <a href={answer.path}>{answer.title}</a> }] : []),
  ]
}
