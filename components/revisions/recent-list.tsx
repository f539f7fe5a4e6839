import { caseStudyPath, comparePath, versionPath } from '@/lib/case-studies/paths'
import type { RecentChange, RecentEvent, RecentRevision } from '@/lib/revisions/recent'
import { compareStoryPath, storyPath, storyVersionPath } from '@/lib/stories/paths'
import type { Author } from '@/lib/users/names'
import { FIELD_NAMES } from '../case-studies/field-names'
import { dayOf, momentOf } from '../dates'
import { Shelf } from '../ui/shelf'
import { EventWords } from './history-event'
import { RevisionMarks } from './history-marks'

/** Of fields that are not built in. */
type Names = Record<string, string>

/** Changes under the days on which they were made. */
export function RecentDays({ changes, names }: { changes: RecentChange[]; names: Names }) {
  return byDay(changes).map(({ day, entries }) => (
    <section key={day} className="section tight" aria-labelledby={idOf(day)}>
      <Shelf id={idOf(day)} title={day} />
      <ol className="versionrows">
        {entries.map((change) =>
          change.event ? (
            <EventRow key={`event ${change.eventId}`} change={change} />
          ) : (
            <RevisionRow key={`${change.page.id} ${change.number}`} change={change} own={names} />
          ),
        )}
      </ol>
    </section>
  ))
}

function RevisionRow({ change, own }: { change: RecentRevision; own: Names }) {
  const { kind, page, number, note, changed } = change
  const story = kind === 'story'
  const names = [...new Set(changed.map((name) => FIELD_NAMES[name] ?? own[name] ?? name))]
  return (
    <li className="versionrow">
      <div>
        <h3>
          <a href={pathOf(kind)(page)}>{page.title}</a>
        </h3>
        <When createdAt={change.createdAt} author={change.author}>
          {number === 1 ? `new ${KIND_WORDS[kind]}` : `${KIND_WORDS[kind]}, version ${number}`}
        </When>
        <p>“{note}”</p>
        <RevisionMarks
          revision={change}
          versionHref={(other) => (story ? storyVersionPath : versionPath)(page, other)}
        />
        {names.length > 0 ? <p className="chg">Changed: {names.join(', ')}</p> : null}
      </div>
      {number > 1 ? (
        <p className="act ui">
          <a href={(story ? compareStoryPath : comparePath)(page, number - 1, number)}>
            What changed<span className="vh"> in {page.title}</span>
          </a>
        </p>
      ) : null}
    </li>
  )
}

/** What is withdrawn has no page to go to. */
function EventRow({ change }: { change: RecentEvent }) {
  const { kind, page, live, event, other, reason } = change
  return (
    <li className="versionrow event">
      <div>
        <h3>{live ? <a href={pathOf(kind)(page)}>{page.title}</a> : page.title}</h3>
        <p>
          <strong>
            <EventWords kind={event} other={other} pathOf={pathOf(kind)} />
          </strong>
        </p>
        <When createdAt={change.createdAt} author={change.author}>
          {KIND_WORDS[kind]}
        </When>
        {reason ? <p>“{reason}”</p> : null}
      </div>
    </li>
  )
}

const KIND_WORDS = { case_study: 'case study', story: 'change story' }

function When({ createdAt, author, children }: { createdAt: string; author: Author; children: string }) {
  return (
    <p>
      <time dateTime={createdAt}>{momentOf(createdAt)}</time> · {author.name}
      {author.demonstration ? ' (demonstration account)' : ''} · {children}
    </p>
  )
}

function pathOf(kind: RecentChange['kind']) {
  return kind === 'story' ? storyPath : caseStudyPath
}

function byDay(changes: RecentChange[]) {
  const days: { day: string; entries: RecentChange[] }[] = []
  for (const change of changes) {
    const day = dayOf(change.createdAt)
    const last = days[days.length - 1]
    if (last?.day === day) last.entries.push(change)
    else days.push({ day, entries: [change] })
  }
  return days
}

function idOf(day: string): string {
  return `day-${day.toLowerCase().replaceAll(' ', '-')}`
}
