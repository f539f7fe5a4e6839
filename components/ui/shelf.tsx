import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type ShelfProps = { id: string; title: ReactNode; level?: 2 | 3; aside?: ReactNode; cornice?: boolean }

/** A heading standing on a shelf board. Rows, bays and labels that follow hang from the same board. */
export function Shelf({ id, title, level = 2, aside, cornice }: ShelfProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className={classNames('shelf', cornice && 'cornice')}>
      <Heading id={id}>{title}</Heading>
      {aside ? <div className="aside ui">{aside}</div> : null}
    </div>
  )
}
