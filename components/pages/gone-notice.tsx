import { dayOf } from '../dates'
import { SearchBox } from '../ui/search-box'

const NOUNS = { case_study: 'case study', story: 'change story' }

type Props = {
  kind: 'case_study' | 'story'
  reason: string
  at: string | null
  /** Where moderators bring it back. */
  moderate: string
}

/** What a withdrawn page leaves behind: that it was here, why it is not, and what to do. */
export function GoneNotice({ kind, reason, at, moderate }: Props) {
  const noun = NOUNS[kind]
  return (
    <>
      <div className="pagehead">
        <h1>This {noun} has been withdrawn</h1>
        <p className="lead">
          A moderator took it away{at ? ` on ${dayOf(at)}` : ''}. The address is right; nothing else will ever
          stand here.
        </p>
      </div>
      <div className="prose mt-8">
        <h2>Why</h2>
        <p>{reason}</p>
        <h2>What you can do</h2>
        <ul>
          <li>
            Look for another one: <a href="/case-studies">all case studies</a> or{' '}
            <a href="/stories">change stories</a>.
          </li>
          <li>
            Did you write it? Its text, its history and what people said of it are kept. A moderator can bring
            it back exactly as it was.
          </li>
          <li>
            Moderators can <a href={moderate}>read it and bring it back</a>.
          </li>
        </ul>
      </div>
      <div className="mt-8 max-w-xl">
        <SearchBox id="gone-search" label="Search for something like it" action="/search" big />
      </div>
    </>
  )
}
