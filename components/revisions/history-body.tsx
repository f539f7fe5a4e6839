import type { ReactNode } from 'react'
import type { RevisionList } from '@/lib/revisions/queries'
import { FIELD_NAMES } from '../case-studies/field-names'
import { Pagination } from '../ui/pagination'
import { HistoryList, type HistoryPaths } from './history-list'

export const historyPerPage = 50

type Props = {
  title: string
  tabs: ReactNode
  /** What has become of the page, and what was merged into it. */
  moved?: ReactNode
  list: RevisionList
  page: number
  headNumber: number
  withoutMinor: boolean
  /** Names of fields that are not built in. */
  names?: Record<string, string>
  paths: HistoryPaths & { history: string }
}

/** Every version of a page, of whatever kind. */
export function HistoryBody(props: Props) {
  const { title, tabs, moved, list, page, headNumber, withoutMinor, names, paths } = props
  const { rows, total } = list
  const kept = withoutMinor ? '&minor=hide' : ''
  return (
    <>
      <div className="pagehead">
        <h1>History</h1>
        <p className="lead">{title}</p>
      </div>
      {tabs}
      {moved}
      <p className="measure mt-8">
        Nothing is ever removed. Choose two versions to compare, or read an old one and make it current again.
      </p>
      {withoutMinor ? (
        <p className="mt-4 ui">
          Minor edits are hidden. <a href={paths.history}>Show minor edits</a>
        </p>
      ) : null}
      {!withoutMinor && rows.some(({ minor }) => minor) ? (
        <p className="mt-4 ui">
          <a href={`${paths.history}?minor=hide`}>Hide minor edits</a>
        </p>
      ) : null}
      <HistoryList
        list={list}
        headNumber={headNumber}
        fieldNames={{ ...FIELD_NAMES, ...names }}
        paths={paths}
      />
      <Pagination
        page={page}
        pages={Math.ceil(total / historyPerPage)}
        total={total}
        perPage={historyPerPage}
        noun="versions"
        hrefFor={(next) => `${paths.history}?page=${next}${kept}`}
      />
    </>
  )
}
