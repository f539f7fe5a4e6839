import type { RevisionRow } from '@/lib/revisions/queries'
import { momentOf } from '../dates'
import { Button } from '../ui/button'

export type HistoryPaths = {
  version: (number: number) => string
  compare: (from: number, to: number) => string
  compareAction: string
}
type Props = {
  rows: RevisionRow[]
  headNumber: number
  paths: HistoryPaths
  fieldNames: Record<string, string>
}

/** Every version, the newest first; any two can be chosen and compared, by keyboard and without scripts. */
export function HistoryList({ rows, headNumber, paths, fieldNames }: Props) {
  const choosable = rows.length > 1
  return (
    <form action={paths.compareAction} method="get">
      <ol className="versionrows">
        {rows.map((row, index) => (
          <li key={row.number} className="versionrow">
            {choosable ? <Choice number={row.number} index={index} /> : null}
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
              {row.changed.length > 0 ? (
                <p className="chg">
                  Changed: {row.changed.map((name) => fieldNames[name] ?? name).join(', ')}
                </p>
              ) : null}
            </div>
            {row.number > 1 ? (
              <p className="act ui">
                <a href={paths.compare(row.number - 1, row.number)}>
                  What changed<span className="vh"> in version {row.number}</span>
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
      {choosable ? <Button kind="second">Compare the chosen versions</Button> : null}
    </form>
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
