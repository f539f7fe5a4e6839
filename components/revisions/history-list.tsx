import type { PageEventRow, RevisionList, RevisionRow } from '@/lib/revisions/queries'
import { momentOf } from '../dates'
import { Button } from '../ui/button'
import { EventWords } from './history-event'
import { RevisionMarks } from './history-marks'

export type HistoryPaths = {
  page: (page: { id: number; slug: string }) => string
  version: (number: number) => string
  compare: (from: number, to: number) => string
  undo: (number: number) => string
  compareAction: string
}
type Props = {
  list: RevisionList
  headNumber: number
  paths: HistoryPaths
  fieldNames: Record<string, string>
}

/** Every version, the newest first; any two can be chosen and compared, by keyboard and without scripts. */
export function HistoryList({ list, headNumber, paths, fieldNames }: Props) {
  const { rows, events } = list
  const choosable = rows.length > 1
  return (
    <form action={paths.compareAction} method="get">
      <ol className="versionrows">
        {inOrder(rows, events).map((item) =>
          item.event ? (
            <EventRow key={`event ${item.event.id}`} event={item.event} paths={paths} choosable={choosable} />
          ) : (
            <li key={item.row.number} className="versionrow">
              {choosable ? <Choice number={item.row.number} index={item.index} /> : null}
              <RowText row={item.row} headNumber={headNumber} fieldNames={fieldNames} paths={paths} />
              <Ways number={item.row.number} paths={paths} />
            </li>
          ),
        )}
      </ol>
      {choosable ? <Button kind="second">Compare the chosen versions</Button> : null}
    </form>
  )
}

type RowProps = { row: RevisionRow } & Omit<Props, 'list'>

function RowText({ row, headNumber, fieldNames, paths }: RowProps) {
  const changed = inPageOrder(row.changed, fieldNames)
  return (
    <div>
      <h2>
        <a href={paths.version(row.number)}>Version {row.number}</a>
        {row.number === headNumber ? ', the current one' : ''}
      </h2>
      <p>
        <time dateTime={row.createdAt}>{momentOf(row.createdAt)}</time> · {row.author.name}
        {row.author.demonstration ? ' (demonstration account)' : ''}
      </p>
      <p>“{row.note}”</p>
      <RevisionMarks revision={row} versionHref={paths.version} />
      {changed.length > 0 ? <p className="chg">Changed: {changed.join(', ')}</p> : null}
    </div>
  )
}

function Ways({ number, paths }: { number: number; paths: HistoryPaths }) {
  const whose = <span className="vh"> version {number}</span>
  return (
    <p className="act ui">
      {number > 1 ? (
        <a href={paths.compare(number - 1, number)}>
          What changed<span className="vh"> in version {number}</span>
        </a>
      ) : null}
      <a href={paths.version(number)}>Read{whose}</a>
      {number > 1 ? (
        <a href={paths.undo(number)} rel="nofollow">
          Undo<span className="vh"> the change of version {number}</span>
        </a>
      ) : null}
    </p>
  )
}

type EventProps = { event: PageEventRow; paths: HistoryPaths; choosable: boolean }

function EventRow({ event, paths, choosable }: EventProps) {
  const { kind, createdAt, author, reason, other } = event
  return (
    <li className="versionrow event">
      {choosable ? <span aria-hidden="true" className="choose" /> : null}
      <div>
        <h2>
          <EventWords kind={kind} other={other} pathOf={paths.page} />
        </h2>
        <p>
          <time dateTime={createdAt}>{momentOf(createdAt)}</time> · {author.name}
          {author.demonstration ? ' (demonstration account)' : ''}
        </p>
        {reason ? <p>“{reason}”</p> : null}
      </div>
    </li>
  )
}

function Choice({ number, index }: { number: number; index: number }) {
  return (
    <div className="choose">
      <label>
        <input type="radio" name="from" value={number} defaultChecked={index === 1} />
        <span className="vh">Compare version {number} as the older</span>
      </label>
      <label>
        <input type="radio" name="to" value={number} defaultChecked={index === 0} />
        <span className="vh">Compare version {number} as the newer</span>
      </label>
    </div>
  )
}

/** Fields by their names, in the order in which a page has them. */
function inPageOrder(changed: string[], fieldNames: Record<string, string>): string[] {
  const order = Object.keys(fieldNames)
  const sorted = [...changed].sort((one, other) => order.indexOf(one) - order.indexOf(other))
  return [...new Set(sorted.map((name) => fieldNames[name] ?? name))]
}

type Item =
  | { at: string; row: RevisionRow; index: number; event?: undefined }
  | { at: string; event: PageEventRow }

/** Versions and what else happened, the newest first. */
function inOrder(rows: RevisionRow[], events: PageEventRow[]): Item[] {
  const items: Item[] = [
    ...events.map((event) => ({ at: event.createdAt, event })),
    ...rows.map((row, index) => ({ at: row.createdAt, row, index })),
  ]
  return items.sort((one, other) => other.at.localeCompare(one.at))
}
