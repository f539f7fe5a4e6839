import { mergePath, pagePath, withdrawPath } from '@/lib/pages/paths'
import type { Whereabouts } from '@/lib/pages/queries'
import { dayOf } from '../dates'
import { Note } from '../ui/note'

/** Above a history: what has become of the page, and the way to move it. */
export function Moved({ page }: { page: Whereabouts }) {
  const { kind, mergedInto, state, at, reason } = page
  return (
    <>
      {mergedInto ? (
        <Note kind="info" title={`Merged into “${mergedInto.title}”${at ? ` on ${dayOf(at)}` : ''}`}>
          <p>
            {reason ? `“${reason}” ` : ''}Its address leads there now; its history stays here.{' '}
            <a href={pagePath({ ...mergedInto, kind })}>Read “{mergedInto.title}”</a>
          </p>
        </Note>
      ) : null}
      {state === 'withdrawn' ? (
        <Note
          kind="warning"
          title={`Withdrawn${at ? ` on ${dayOf(at)}` : ''}: only moderators see this history`}
        >
          <p>“{reason}”</p>
        </Note>
      ) : null}
      <p className="small quiet ui mt-6">
        For moderators:{' '}
        {state === 'live' ? (
          <>
            <a href={withdrawPath(page)}>Withdraw this page</a> ·{' '}
            <a href={mergePath(page)}>Merge it into another</a>
          </>
        ) : null}
        {state === 'withdrawn' ? <a href={withdrawPath(page)}>Bring it back</a> : null}
        {state === 'merged' ? <a href={mergePath(page)}>Undo the merge</a> : null}
      </p>
    </>
  )
}
