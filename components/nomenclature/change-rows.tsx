import { changePath } from '@/lib/nomenclature/paths'
import type { ChangeSummary } from '@/lib/nomenclature/queries'
import { CHANGE_STATES } from '@/lib/nomenclature/vocabulary'
import { dayOf, partialDateOf } from '../dates'
import { Label } from '../ui/label'
import { Row, Rows } from '../ui/rows'
import { stanceWords } from './words'

/** Proposals and decisions as rows, in the order given. */
export function ChangeRows({ changes, level = 3 }: { changes: ChangeSummary[]; level?: 2 | 3 | 4 }) {
  return (
    <Rows>
      {changes.map((change) => (
        <ChangeRow key={change.id} change={change} level={level} />
      ))}
    </Rows>
  )
}

function ChangeRow({ change, level }: { change: ChangeSummary; level: 2 | 3 | 4 }) {
  const { id, title, state, openedAt, closesOn, stances, decisionNumber, decidedAt } = change
  const decided = decisionNumber
    ? [{ term: 'Decision', value: `${decisionNumber}, ${decidedAt ? dayOf(decidedAt) : ''}` }]
    : []
  const version = change.taxonomyVersion ? [{ term: 'Version', value: change.taxonomyVersion }] : []
  return (
    <Row
      labels={<Label section={state === 'open' ? 'contracts' : 'docs'}>{CHANGE_STATES[state]}</Label>}
      title={title}
      href={changePath(id)}
      meta={`Proposed ${dayOf(openedAt)}. Positions until ${partialDateOf(closesOn)}.`}
      facts={[{ term: 'Positions', value: stanceWords(stances) }, ...decided, ...version]}
      level={level}
    />
  )
}
