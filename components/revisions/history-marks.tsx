import type { ReactNode } from 'react'

type Props = {
  revision: { minor: boolean; restoredFrom: number | null; undoes: number | null; mergedFrom: number | null }
  versionHref: (number: number) => string
}

/** What kind of version it is: minor, restored, undoing another, or merged with what came between. */
export function RevisionMarks({ revision, versionHref }: Props) {
  const { minor, restoredFrom, undoes, mergedFrom } = revision
  const named = (number: number, words: string) => (
    <>
      {words} <a href={versionHref(number)}>version {number}</a>
    </>
  )
  const marks: [string, ReactNode][] = []
  if (minor) marks.push(['minor', 'Minor edit'])
  if (restoredFrom !== null) marks.push(['restored', named(restoredFrom, 'Restored')])
  if (undoes !== null) marks.push(['undoes', named(undoes, 'Undoes')])
  if (mergedFrom !== null) marks.push(['merged', named(mergedFrom, 'Merged: written on')])
  if (marks.length === 0) return null
  return (
    <ul className="revision-marks ui">
      {marks.map(([key, words]) => (
        <li key={key}>{words}</li>
      ))}
    </ul>
  )
}
