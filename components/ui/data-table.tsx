import type { ReactNode } from 'react'
import { classNames } from './class-names'

type Column = { label: string; hideLabel?: boolean; number?: boolean; nowrap?: boolean }

export type DataTableProps = {
  caption: ReactNode
  hideCaption?: boolean
  columns: Column[]
  rows: { key: string; id?: string; cells: ReactNode[] }[]
  rowHeader?: boolean
}

/** A table on wide screens, cards of labelled facts on phones. The first cell of a row names it. */
export function DataTable({ caption, hideCaption, columns, rows, rowHeader = true }: DataTableProps) {
  return (
    <div className="tablewrap">
      <table className="cards">
        <caption className={classNames(hideCaption && 'vh')}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, hideLabel, number }) => (
              <th key={label} scope="col" className={classNames(number && 'r')}>
                {hideLabel ? <span className="vh">{label}</span> : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="num">
          {rows.map(({ key, id, cells }) => (
            <tr key={key} id={id}>
              {columns.map((column, position) =>
                rowHeader && position === 0 ? (
                  <th key={column.label} scope="row">
                    {cells[position]}
                  </th>
                ) : (
                  <td
                    key={column.label}
                    data-l={column.hideLabel ? '' : column.label}
                    className={classNames(column.number && 'r', column.nowrap && 'nowrap')}
                  >
                    {cells[position]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
