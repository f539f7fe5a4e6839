import type { Version } from '@/lib/revisions/queries'
import { dayOf, momentOf } from '../dates'
import { Note } from '../ui/note'

type Props = {
  version: Version<unknown>
  currentHref: string
  compareHref: string
  versionHref: (number: number) => string
}

/** Which version is being read, by whom and why, and the ways to its neighbours and to the current one. */
export function VersionNote({ version, currentHref, compareHref, versionHref }: Props) {
  const { number, headNumber, author, createdAt, note } = version
  const current = number === headNumber
  return (
    <Note
      kind="info"
      title={`Version ${number} of ${headNumber}, as it was on ${dayOf(createdAt)}. ${
        current ? 'This is the current version.' : 'This is not the current version.'
      }`}
    >
      <p>
        Saved {momentOf(createdAt)} by {author.name}: “{note}”.
      </p>
      <p className="version-ways ui">
        {number > 1 ? (
          <a href={versionHref(number - 1)} rel="prev">
            Previous: version {number - 1}
          </a>
        ) : null}
        {current ? null : (
          <a href={versionHref(number + 1)} rel="next">
            Next: version {number + 1}
          </a>
        )}
        {current ? null : <a href={compareHref}>What changed since, and restore</a>}
        <a href={currentHref}>Read the current version</a>
      </p>
    </Note>
  )
}
