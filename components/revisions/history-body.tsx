import type { ReactNode } from 'react'
import type { RevisionRow } from '@/lib/revisions/queries'
import { FIELD_NAMES } from '../case-studies/field-names'
import { Pagination } from '../ui/pagination'
import { HistoryList, type HistoryPaths } from './history-list'

export const historyPerPage = 50

type Props = {
  title: string
  tabs: ReactNode
  list: { rows: RevisionRow[]; total: number }
  page: number
  headNumber: number
  paths: HistoryPaths & { history: string }
}

/** Every version of a page, of whatever kind. */
export function HistoryBody({ title, tabs, list, page, headNumber, paths }: Props) {
  const { rows, total } = list
  return (
    <>
      <div className="pagehead">
        <h1>History</h1>
        <p className="lead">{title}</p>
      </div>
      {tabs}
      <p className="measure mt-8">
        Nothing is ever removed. Choose two versions to compare, or read an old one and make it current again.
      </p>
      <HistoryList rows={rows} headNumber={headNumber} fieldNames={FIELD_NAMES} paths={paths} />
      <Pagination
        page={page}
        pages={Math.ceil(total / historyPerPage)}
        total={total}
        perPage={historyPerPage}
        noun="versions"
        hrefFor={(next) => `${paths.history}?page=${next}`}
      />
    </>
  )
}
