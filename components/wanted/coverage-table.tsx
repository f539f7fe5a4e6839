import { EVIDENCE } from '@/lib/case-studies/vocabulary'
import { categoryPath } from '@/lib/taxonomy/paths'
import type { Cell, Coverage, CoverageBy, CoverageRow } from '@/lib/wanted/coverage'
import { askPath, countedPath } from '@/lib/wanted/paths'
import { BODY_GROUPS, WANTED_NATIONS } from '@/lib/wanted/vocabulary'

type Props = { coverage: Coverage; by: CoverageBy }

/** Contract areas against nations or kinds of body. It scrolls by itself where it is wider than the page. */
export function CoverageTable({ coverage: { columns, rows, sums, all }, by }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="coverage mt-8" aria-labelledby="coverage-caption" tabIndex={0}>
      <table className="num">
        <caption id="coverage-caption">
          <span>
            Case studies by contract area and {by === 'nation' ? 'nation' : 'kind of body'}, with the
            strongest evidence
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Area</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnName(column, by)}
              </th>
            ))}
            <th scope="col">All</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                <a href={categoryPath(row)}>{row.name}</a>
              </th>
              {columns.map((column) => (
                <td key={column}>
                  <CellView cell={row.cells[column]} {...leadsOf(row, column, by)} />
                </td>
              ))}
              <td>
                <CellView cell={row.all} {...leadsOf(row, '', by)} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Each case study once</th>
            {columns.map((column) => (
              <td key={column}>
                <CellView cell={sums[column]} />
              </td>
            ))}
            <td>
              <CellView cell={all} />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

type Leads = {
  /** Where an empty cell leads, and where a full one does. */
  ask?: string | null
  listed?: string | null
  /** "case studies on Cleaning in Wales". */
  what?: string
}

function CellView({ cell, ask, listed, what }: Leads & { cell: Cell | undefined }) {
  if (!cell || cell.count === 0)
    return ask ? (
      <a className="gap" href={ask}>
        Ask<span className="vh"> for {what}: there are none</span>
      </a>
    ) : (
      <>0</>
    )
  const count = <strong>{cell.count.toLocaleString('en-GB')}</strong>
  return (
    <>
      {listed ? (
        <a className="n" href={listed}>
          {count}
          <span className="vh"> {what}</span>
        </a>
      ) : (
        count
      )}
      {cell.evidence ? <span className="ev">{EVIDENCE[cell.evidence].name}</span> : null}
    </>
  )
}

function leadsOf({ code, name }: CoverageRow, column: string, by: CoverageBy): Leads {
  const known = by === 'nation' ? { nation: column } : { body: column }
  const where = by === 'nation' ? `in ${columnName(column, by)}` : `of ${columnName(column, by)}`
  return {
    // Nobody could say what to ask for where it is not known.
    ask: column === 'else' ? null : askPath({ category: code, ...(column ? known : {}) }),
    listed: countedPath({ category: code, by, column }),
    what: `case studies on ${name}${column && column !== 'else' ? ` ${where}` : ''}`,
  }
}

function columnName(column: string, by: CoverageBy): string {
  if (column === 'else') return by === 'nation' ? 'Across or elsewhere' : 'Not known'
  return by === 'nation'
    ? WANTED_NATIONS[column as keyof typeof WANTED_NATIONS]
    : BODY_GROUPS[column as keyof typeof BODY_GROUPS]
}
