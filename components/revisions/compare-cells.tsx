import type { Cell, RowChange } from '@/lib/revisions/compare'
import { Added, Moved, Removed } from '../ui/change'
import { OneChange } from './compare-one'
import { Paragraphs } from './compare-paragraphs'

/** Named facts that differ, each a change of its own. */
export function CellChanges({ cells, of }: { cells: Cell[]; of: number }) {
  return cells.map((cell) => (
    <OneChange key={cell.label} number={cell.change} of={of}>
      <CellList cells={[cell]} of={of} />
    </OneChange>
  ))
}

/** Rows of a list that differ, each a change of its own, and how many do not. */
export function RowChanges({ rows, unchanged, of }: { rows: RowChange[]; unchanged: number; of: number }) {
  return (
    <>
      {rows.map((row) => (
        <OneChange key={row.change} number={row.change} of={of}>
          <p className="sign">
            {ROW_WORDS[row.kind]}: {row.title}
          </p>
          {row.moved ? (
            <p>
              <Moved>
                Moved {row.moved.to < row.moved.from ? 'up' : 'down'}, from place {row.moved.from} to place{' '}
                {row.moved.to}
              </Moved>
            </p>
          ) : null}
          <CellList cells={row.cells} of={of} />
        </OneChange>
      ))}
      {unchanged > 0 ? (
        <p className="chg">
          {unchanged === 1 ? '1 other row is unchanged.' : `${unchanged} other rows are unchanged.`}
        </p>
      ) : null}
    </>
  )
}

const ROW_WORDS = { added: '+ Added', removed: '− Removed', changed: 'Changed' }

function CellList({ cells, of }: { cells: Cell[]; of: number }) {
  if (cells.length === 0) return null
  return (
    <dl className="cell-changes">
      {cells.map((cell) => (
        <div key={cell.label}>
          <dt>{cell.label}</dt>
          <dd>
            {cell.kind === 'text' ? (
              <Paragraphs paragraphs={cell.paragraphs} of={of} />
            ) : (
              <FromTo older={cell.older} newer={cell.newer} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A short value before and after; in words for those who listen. */
function FromTo({ older, newer }: { older: string; newer: string }) {
  if (older === '') return <Added>{newer}</Added>
  if (newer === '') return <Removed>{older}</Removed>
  return (
    <>
      <span className="vh">
        from {older} to {newer}
      </span>
      <span className="from-to" aria-hidden="true">
        <del className="unsigned">{older}</del> → <ins className="unsigned">{newer}</ins>
      </span>
    </>
  )
}
