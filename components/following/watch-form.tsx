import type { WatchKind } from '@/lib/following/vocabulary'
import { Icon } from '../ui/icon'

type Props = {
  kind: WatchKind
  /** A page id, a category code, an organisation id, or the words of a search. */
  value: string
  /** What is watched, for those who hear the button without seeing what it stands beside. */
  name: string
  back: string
  words?: string
  /** What it says once it is watched. */
  on?: string
}

/** "Watch": a plain form that works without scripts; me.js shows whether it is on. */
export function WatchForm({ kind, value, name, back, words = 'Watch', on = 'Watching' }: Props) {
  return (
    <form action="/api/watch" method="post" data-watch={`${kind}:${value}`} className="watch">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="ref" value={value} />
      <input type="hidden" name="keep" value="yes" suppressHydrationWarning />
      <input type="hidden" name="back" value={back} />
      <button type="submit" className="button second small" suppressHydrationWarning>
        <Icon name="bell" />
        <span data-word="" data-off={words} data-on={on} suppressHydrationWarning>
          {words}
        </span>
        <span className="vh"> {name}</span>
      </button>
    </form>
  )
}
