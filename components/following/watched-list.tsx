import { WATCH_KINDS } from '@/lib/following/vocabulary'
import type { listWatches } from '@/lib/following/watches'
import { Button } from '../ui/button'

type Props = {
  watches: Awaited<ReturnType<typeof listWatches>>
  stop: (form: FormData) => Promise<void>
}

/** Everything that somebody watches, each with its way out. */
export function WatchedList({ watches, stop }: Props) {
  if (watches.length === 0) return null
  return (
    <ul className="watched">
      {watches.map(({ id, kind, name, path }) => (
        <li key={id}>
          <span>
            <a href={path}>{name}</a> <span className="quiet">{WATCH_KINDS[kind]}</span>
          </span>
          <form action={stop}>
            <input type="hidden" name="watch" value={id} />
            <Button kind="second" small>
              Stop watching<span className="vh"> {name}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
