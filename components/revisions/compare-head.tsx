import type { Comparison } from '@/lib/revisions/compare'
import type { Author } from '@/lib/users/names'
import { counted } from '../case-studies/words'
import { momentOf } from '../dates'

type VersionFacts = { number: number; headNumber: number; createdAt: string; author: Author; note: string }
type Props = {
  older: VersionFacts
  newer: VersionFacts
  comparison: Comparison | null
  versionHref: (number: number) => string
}

/** Which two versions, by whom and why, and how much changed. */
export function CompareHead({ older, newer, comparison, versionHref }: Props) {
  return (
    <>
      <div className="versions">
        <VersionCard title="Older" version={older} href={versionHref(older.number)} />
        <VersionCard title="Newer" version={newer} href={versionHref(newer.number)} />
      </div>
      {comparison && comparison.changes > 0 ? <Counts comparison={comparison} /> : null}
    </>
  )
}

function Counts({ comparison: { changes, fields, wordsAdded, wordsRemoved } }: { comparison: Comparison }) {
  return (
    <div className="difftools ui">
      <p>
        <strong>
          {counted(changes, 'change')} in {counted(fields.length, 'field')}.
        </strong>{' '}
        {counted(wordsAdded, 'word')} added, {counted(wordsRemoved, 'word')} removed.
      </p>
      <a href="#change-1">Go to the first change</a>
    </div>
  )
}

function VersionCard({ title, version, href }: { title: string; version: VersionFacts; href: string }) {
  return (
    <div>
      <p className="quiet">
        {version.number === version.headNumber ? `${title}, and the version people see now` : title}
      </p>
      <h2>
        <a href={href}>Version {version.number}</a>
      </h2>
      <p>
        {momentOf(version.createdAt)}, {version.author.name}
        {version.author.demonstration ? ' (demonstration account)' : ''}
      </p>
      <p>“{version.note}”</p>
    </div>
  )
}
