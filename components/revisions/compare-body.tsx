import type { ReactNode } from 'react'
import type { Comparison } from '@/lib/revisions/compare'
import type { Version } from '@/lib/revisions/queries'
import type { FormAction } from '../forms/use-form'
import { Note } from '../ui/note'
import { CompareHead } from './compare-head'
import { ComparisonView } from './comparison'
import { RestoreForm } from './restore-form'

type Compared = Version<{ title: string }>
type Props = {
  tabs: ReactNode
  older: Compared
  newer: Compared
  /** Null when there is too much to compare at the moment. */
  comparison: Comparison | null
  versionHref: (number: number) => string
  undoHref: (number: number) => string
  restore: FormAction
}

/** What changed between two versions of a page, of whatever kind, and the way back to the older one. */
export function CompareBody(props: Props) {
  const { tabs, older, newer, comparison, versionHref, undoHref, restore } = props
  const neighbours = newer.number === older.number + 1
  return (
    <>
      <div className="pagehead">
        <h1>
          Changes between version {older.number} and version {newer.number}
        </h1>
        <p className="lead">{newer.content.title}</p>
      </div>
      {tabs}
      <CompareHead older={older} newer={newer} comparison={comparison} versionHref={versionHref} />
      {comparison ? (
        <ComparisonView comparison={comparison} />
      ) : (
        <Note kind="warning" title="These versions could not be compared just now">
          <p>
            They are very long and others are being compared. Wait a minute and load this page again, or read{' '}
            <a href={versionHref(older.number)}>version {older.number}</a> and{' '}
            <a href={versionHref(newer.number)}>version {newer.number}</a>.
          </p>
        </Note>
      )}
      {neighbours ? (
        <p className="mt-8 ui">
          <a href={undoHref(newer.number)} rel="nofollow">
            Undo this change
          </a>{' '}
          takes back what version {newer.number} changed and keeps everything saved after it.
        </p>
      ) : null}
      {older.number === newer.headNumber ? null : (
        <div className="section tight">
          <RestoreForm action={restore} page={newer.pageId} number={older.number} base={newer.headNumber} />
        </div>
      )}
    </>
  )
}
