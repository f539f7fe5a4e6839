import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type SummaryListProps = { rows: { term: string; value: ReactNode; action?: ReactNode }[] }

/** Terms and values in rows; an action such as Change comes last. */
export function SummaryList({ rows }: SummaryListProps) {
  return (
    <dl className="sumlist ui">
      {rows.map(({ term, value, action }) => (
        <div key={term} className={classNames(Boolean(action) && 'acts')}>
          <dt>{term}</dt>
          <dd>{value}</dd>
          {action ? <dd className="action">{action}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
