import type { ReactNode } from 'react'
import { SummaryList, type SummaryListProps } from './summary-list'

export type LegalBlockProps = {
  id?: string
  verdict: ReactNode
  children?: ReactNode
  rows: SummaryListProps['rows']
  edit?: ReactNode
  foot?: ReactNode
}

/** The framed legal record: the verdict in words, what to make of it, then the facts. */
export function LegalBlock({ id = 'legal', verdict, children, rows, edit, foot }: LegalBlockProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="legalblock">
      <div className="head ui">
        <span className="label plate">Legal status</span>
        {edit}
      </div>
      <h2 className="verdict" id={`${id}-title`}>
        <span className="vh">Legal status: </span>
        {verdict}
      </h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
      <SummaryList rows={rows} />
      {foot}
    </section>
  )
}
