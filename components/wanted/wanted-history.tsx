import { organisationPath } from '@/lib/organisations/paths'
import { personPath } from '@/lib/users/paths'
import type { WantedEventView } from '@/lib/wanted/queries'
import { EVENT_KINDS } from '@/lib/wanted/vocabulary'
import { dayOf, partialDateOf } from '../dates'

/** Who did what to a request, the first first. */
export function WantedHistory({ events }: { events: WantedEventView[] }) {
  return (
    <ol className="wantedlog">
      {events.map((event) => (
        <li key={event.id}>
          <span className="when">{dayOf(event.at)}</span>
          <span>
            <Happened event={event} />
          </span>
        </li>
      ))}
    </ol>
  )
}

function Happened({ event: { kind, by, organisation, page, note } }: { event: WantedEventView }) {
  if (!by) return <>It came onto the list by itself, because five or more people had searched for it</>
  const person = by.handle ? <a href={personPath({ handle: by.handle })}>{by.name}</a> : by.name
  return (
    <>
      <strong>{EVENT_KINDS[kind]}</strong>, by {person}
      {organisation ? (
        <>
          , for <a href={organisationPath(organisation)}>{organisation.name}</a>
        </>
      ) : null}
      {kind === 'claimed' ? `, to be written by ${partialDateOf(note)}` : null}
      {page ? (
        <>
          : <a href={page.path}>{page.title}</a>
          {page.live ? '' : ' (withdrawn or merged since)'}
        </>
      ) : null}
      {note && kind !== 'claimed' ? <span className="said quote">{note}</span> : null}
    </>
  )
}
