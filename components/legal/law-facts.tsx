import { LAW_KINDS } from '@/lib/legal/vocabulary'
import { SummaryList } from '../ui/summary-list'
import { Followers } from './law-table'
import { bodiesOf, daysOf, type LawView, placesOf, todayOf } from './law-words'

type Named = { law: LawView; names: Map<string, string> }

/** Whom a law governs, from when to when, and what stands before and after it. */
export function LawFacts({ law, names, before }: Named & { before: string[] }) {
  return (
    <SummaryList
      rows={[
        { term: 'Code', value: law.code },
        { term: 'What it is', value: LAW_KINDS[law.kind] },
        { term: 'Where', value: placesOf(law) },
        { term: 'Bodies', value: bodiesOf(law) },
        { term: 'Procurements that began', value: daysOf(law) },
        { term: 'A case under it today', value: todayOf(law) },
        { term: 'Contracts already made', value: law.transition || 'No rule is recorded' },
        { term: 'Took the place of', value: <Followers codes={before} names={names} /> },
        { term: 'Followed by', value: <Followers codes={law.successors} names={names} /> },
        { term: 'Read about it', value: <Source url={law.url} /> },
      ]}
    />
  )
}

export function WhatChanged({ law, names }: Named) {
  return (
    <div className="prose">
      <p>
        {law.changes || 'Nothing is recorded here yet. Check the law itself before you copy an older case.'}
      </p>
      {law.over && law.successors.length > 0 ? (
        <p>
          Look next at: <Followers codes={law.successors} names={names} />
        </p>
      ) : null}
      {law.changesUrl ? (
        <p>
          Source: <Source url={law.changesUrl} />
        </p>
      ) : null}
    </div>
  )
}

/** A link that says where it leads. */
function Source({ url }: { url: string }) {
  if (!url) return <>No link is recorded</>
  return (
    <a href={url} rel="nofollow">
      {new URL(url).hostname.replace(/^www\./, '')}
    </a>
  )
}
