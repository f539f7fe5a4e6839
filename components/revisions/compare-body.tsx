import type { ReactNode } from 'react'
import type { Comparison } from '@/lib/revisions/compare'
import type { Version } from '@/lib/revisions/queries'
import type { FormAction } from '../forms/use-form'
import { CompareHead } from './compare-head'
import { ComparisonView } from './comparison'
import { RestoreForm } from './restore-form'

type Compared = Version<{ title: string }>
type Props = {
  tabs: ReactNode
  older: Compared
  newer: Compared
  comparison: Comparison
  versionHref: (number: number) => string
  restore: FormAction
}

/** What changed between two versions of a page, of whatever kind, and the way back to the older one. */
export function CompareBody({ tabs, older, newer, comparison, versionHref, restore }: Props) {
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
      <ComparisonView comparison={comparison} />
      {older.number === newer.headNumber ? null : (
        <div className="section tight">
          <RestoreForm action={restore} page={newer.pageId} number={older.number} base={newer.headNumber} />
        </div>
      )}
    </>
  )
}
