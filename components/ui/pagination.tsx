import { classNames } from './class-names'
import { Icon } from './icon'

export type PaginationProps = {
  page: number
  pages: number
  hrefFor: (page: number) => string
  total: number
  perPage: number
  noun: string
}

/** "Showing 11 to 20 of 43 case studies", and the way to the other pages. */
export function Pagination({ page, pages, hrefFor, total, perPage, noun }: PaginationProps) {
  if (total === 0) return null
  const first = (page - 1) * perPage + 1
  const last = Math.min(total, page * perPage)
  const number = new Intl.NumberFormat('en-GB').format
  return (
    <nav className="pages ui" aria-label="Pages">
      <p className="num">
        Showing {number(first)} to {number(last)} of {number(total)} {noun}
      </p>
      {pages > 1 ? (
        <ul className="num">
          {page > 1 ? (
            <li>
              <a href={hrefFor(page - 1)} rel="prev">
                <Icon name="back" />
                Previous<span className="vh"> page</span>
              </a>
            </li>
          ) : null}
          {numbered(page, pages).map((entry, position) =>
            entry === null ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the two gaps have no other identity
              <li key={`gap-${position}`} className="far" aria-hidden="true">
                <span>…</span>
              </li>
            ) : (
              <li key={entry} className={classNames(Math.abs(entry - page) > 1 && 'far')}>
                <a href={hrefFor(entry)} aria-current={entry === page ? 'page' : undefined}>
                  <span className="vh">Page </span>
                  {number(entry)}
                </a>
              </li>
            ),
          )}
          {page < pages ? (
            <li>
              <a href={hrefFor(page + 1)} rel="next">
                Next<span className="vh"> page</span>
                <Icon name="arrow" />
              </a>
            </li>
          ) : null}
        </ul>
      ) : null}
    </nav>
  )
}

/** First, last, and two either side of the present page; null where numbers are left out. */
function numbered(page: number, pages: number) {
  const wanted = [1, page - 2, page - 1, page, page + 1, page + 2, pages]
  const kept = [...new Set(wanted.filter((number) => number >= 1 && number <= pages))].sort((a, b) => a - b)
  return kept.flatMap((number, position) => {
    const before = kept[position - 1]
    return before !== undefined && number - before > 1 ? [null, number] : [number]
  })
}
