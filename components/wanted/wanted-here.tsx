import type { WantedUnder } from '@/lib/wanted/areas'
import { askPath, wantedItemPath, wantedListPath } from '@/lib/wanted/paths'
import { Shelf } from '../ui/shelf'
import { wantedTitle } from './words'

type Props = { wanted: WantedUnder; heading: { code: string; name: string } }

/** What people look for under a heading; nothing where nobody looks for anything. */
export function WantedHere({ wanted: { total, newest }, heading: { code, name } }: Props) {
  if (total === 0) return null
  return (
    <section className="section tight" aria-labelledby="wanted-here">
      <Shelf
        id="wanted-here"
        title={total === 1 ? 'Wanted: 1 request' : `Wanted: ${total} requests`}
        aside={<a href={wantedListPath({ category: code })}>All that is wanted on {name.toLowerCase()}</a>}
      />
      <ul className="plainlist mt-4">
        {newest.map((request) => (
          <li key={request.id}>
            <a href={wantedItemPath(request)}>{wantedTitle(request)}</a>
          </li>
        ))}
      </ul>
      <p className="mt-4">
        Do you know an answer, or will your body write one? Say so there.{' '}
        <a href={askPath({ category: code })}>Ask for something else</a>
      </p>
    </section>
  )
}
