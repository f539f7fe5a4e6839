import type { Told } from '@/lib/following/describe'
import { momentOf } from '../dates'
import { ButtonLink } from '../ui/button'
import { classNames } from '../ui/class-names'
import { Empty } from '../ui/empty'

type Props = { rows: Told[]; watching: boolean }

/** What there is to tell somebody, the newest first: what, of which page, by whom, and why they hear of it. */
export function NotificationList({ rows, watching }: Props) {
  if (rows.length === 0) return <Nothing watching={watching} />
  return (
    <ol className="told">
      {rows.map((row) => (
        <li key={row.id} className={classNames(row.unread && 'unread')}>
          <h3>
            {row.unread ? <span className="mark">Unread</span> : null}
            <a href={row.path}>
              {row.what}: {row.title}
            </a>
          </h3>
          <p className="small quiet">
            {row.who}, <time dateTime={row.createdAt}>{momentOf(row.createdAt)}</time>
          </p>
          {row.note ? <p>“{row.note}”</p> : null}
          <p className="small quiet">{row.why}</p>
        </li>
      ))}
    </ol>
  )
}

function Nothing({ watching }: { watching: boolean }) {
  return (
    <Empty title="Nothing new yet" word={watching ? 'Soon' : 'Watch'}>
      <p className="measure">
        {watching
          ? 'When something that you watch changes, it is told here, and by mail as often as you choose.'
          : 'Press “Watch” on a case study, a story, a heading, an organisation, a law or a search. When something changes there, it is told here, and by mail as often as you choose.'}
      </p>
      {watching ? null : (
        <p className="buttons">
          <ButtonLink href="/case-studies">Look through the case studies</ButtonLink>
        </p>
      )}
    </Empty>
  )
}
