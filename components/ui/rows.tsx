import { Children, type ReactNode } from 'react'
import { classNames } from './class-names'

export type RowsProps = { lesser?: boolean; unordered?: boolean; children: ReactNode }

/** Rows on a shelf. Right after a `Shelf`, the first row hangs from its board. */
export function Rows({ lesser, unordered, children }: RowsProps) {
  const List = unordered ? 'ul' : 'ol'
  return <List className={classNames('rows', lesser && 'lesser')}>{children}</List>
}

export type Fact = { term: string; value: ReactNode } | string

export type RowProps = {
  labels?: ReactNode
  title: ReactNode
  href: string
  meta?: ReactNode
  summary?: ReactNode
  facts?: Fact[]
  note?: ReactNode
  result?: ReactNode
  action?: ReactNode
  level?: 2 | 3 | 4
}

/** One item: its labels, its name as the link, who and when, two lines of summary, its facts, its result. */
export function Row({
  labels,
  title,
  href,
  meta,
  summary,
  facts,
  note,
  result,
  action,
  level = 3,
}: RowProps) {
  const Heading = `h${level}` as const
  return (
    <li>
      {Children.count(labels) > 0 ? <div className="row-labels labels ui">{labels}</div> : null}
      <div className={classNames('row', Boolean(result || action) && 'with-end')}>
        <div className="row-main">
          <Heading className="row-title">
            <a href={href}>{title}</a>
          </Heading>
          {meta ? <p className="row-org">{meta}</p> : null}
          {summary ? <p className="row-sum">{summary}</p> : null}
          {facts && facts.length > 0 ? (
            <p className="facts">
              {facts.map((fact) =>
                typeof fact === 'string' ? (
                  <span key={fact}>{fact}</span>
                ) : (
                  <span key={fact.term}>
                    {fact.term}: <strong>{fact.value}</strong>
                  </span>
                ),
              )}
            </p>
          ) : null}
          {note}
        </div>
        {result}
        {action ? <div className="row-action ui">{action}</div> : null}
      </div>
    </li>
  )
}
