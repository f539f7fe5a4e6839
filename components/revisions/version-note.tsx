import type { Version } from '@/lib/revisions/queries'
import { momentOf } from '../dates'
import { Note } from '../ui/note'

type Props = { version: Version<unknown>; currentHref: string; compareHref: string }

/** Which version is being read, by whom and why, and the way to the current one. */
export function VersionNote({ version, currentHref, compareHref }: Props) {
  const { number, headNumber, author, createdAt, note } = version
  const current = number === headNumber
  return (
    <Note kind="info" title={`Version ${number}${current ? ', the current one' : ''}`}>
      <p>
        Saved {momentOf(createdAt)} by {author.name}: “{note}”.{' '}
        <a href={currentHref}>Read the current version</a>
        {current ? null : (
          <>
            {' · '}
            <a href={compareHref}>What has changed since, and restore</a>
          </>
        )}
      </p>
    </Note>
  )
}
