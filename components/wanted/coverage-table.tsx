import { EVIDENCE } from '@/lib/case-studies/vocabulary'
import { categoryPath } from '@/lib/taxonomy/paths'
import type { Cell, Coverage, CoverageBy, CoverageRow } from '@/lib/wanted/coverage'
import { askPath } from '@/lib/wanted/paths'
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
                  <CellView cell={row.cells[column]} ask={askOf(row, column, by)} />
                </td>
              ))}
              <td>
                <CellView cell={row.all} ask={askOf(row, '', by)} />
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

type CellProps = { cell: Cell | undefined; ask?: { href: string; what: string } | null }

function CellView({ cell, ask }: CellProps) {
  if (!cell || cell.count === 0)
    return ask ? (
      <a className="gap" href={ask.href}>
        Ask<span className="vh"> for {ask.what}: there is none</span>
      </a>
    ) : (
      <>0</>
    )
  return (
    <>
      <strong>{cell.count.toLocaleString('en-GB')}</strong>
      {cell.evidence ? <span className={`ev ${cell.evidence}`}>{EVIDENCE[cell.evidence].name}</span> : null}
    </>
  )
}

/** What an empty cell leads to; nothing where nobody could say what to ask for. */
function askOf({ code, name }: CoverageRow, column: string, by: CoverageBy): CellProps['ask'] {
  if (column === 'else') return null
  const where = column ? (by === 'nation' ? `in ${column}` : `of ${columnName(column, by)}`) : ''
  const known = by === 'nation' ? { nation: column } : { body: column }
  return {
    href: askPath({ category: code, ...(column ? known : {}) }),
    what: `a case study on ${name} ${where}`.trim(),
  }
}

function columnName(column: string, by: CoverageBy): string {
  if (column === 'else') return by === 'nation' ? 'Across or elsewhere' : 'Not known'
  return by === 'nation'
    ? WANTED_NATIONS[column as keyof typeof WANTED_NATIONS]
    : BODY_GROUPS[column as keyof typeof BODY_GROUPS]
}
