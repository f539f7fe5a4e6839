import { changePath } from '@/lib/nomenclature/paths'
import type { ChangeView } from '@/lib/nomenclature/queries'
import { dayOf } from '../dates'
import { SummaryList } from '../ui/summary-list'
import { stanceWords } from './words'

/** What was decided: number, date, version, who, and in which words. */
export function DecisionRecord({ change }: { change: ChangeView }) {
  const { id, decisionNumber, decidedAt, decidedBy, decision, taxonomyVersion, stances, state, undo } = change
  const rows = [
    { term: 'Decision', value: <a href={changePath(id)}>Number {decisionNumber}</a> },
    { term: 'Date', value: decidedAt ? dayOf(decidedAt) : '' },
    { term: 'Outcome', value: state === 'declined' ? 'Declined' : 'Applied' },
    ...(taxonomyVersion ? [{ term: 'Version of the hierarchy', value: taxonomyVersion }] : []),
    { term: 'Positions', value: stanceWords(stances) },
    { term: 'Decided by', value: decidedBy?.name ?? '' },
    { term: 'In these words', value: <span className="said">{decision}</span> },
  ]
  const undone = undo
    ? [
        { term: 'Undone', value: `${dayOf(undo.at)}, by ${undo.by.name}` },
        { term: 'Why', value: <span className="said">{undo.reason}</span> },
        { term: 'Version since', value: undo.taxonomyVersion },
      ]
    : []
  return <SummaryList rows={[...rows, ...undone]} />
}
