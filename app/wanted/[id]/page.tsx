import '@/app/styles/working.css'
import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { dayOf } from '@/components/dates'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { Label, Labels } from '@/components/ui/label'
import { Note } from '@/components/ui/note'
import { SummaryList } from '@/components/ui/summary-list'
import { WantedHistory } from '@/components/wanted/wanted-history'
import { ORIGIN_WORDS, wantedTitle } from '@/components/wanted/words'
import { getViewer } from '@/lib/auth/session'
import { idOf } from '@/lib/platform/slug'
import { categoryPath } from '@/lib/taxonomy/paths'
import { personPath } from '@/lib/users/paths'
import { wantedItemPath, wantedPath } from '@/lib/wanted/paths'
import { findWanted, type WantedView } from '@/lib/wanted/queries'
import { BODY_GROUPS, LOOKING_FOR, WANTED_STATES } from '@/lib/wanted/vocabulary'
import { AnswerPart, ClaimPart, OwnPart } from './parts'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

const crumbs = [
  { href: '/', label: 'Home' },
  { href: wantedPath, label: 'Wanted' },
]

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const wanted = await findWanted(null, idOf((await params).id) ?? 0)
  if (!wanted) return { title: 'Wanted', robots: { index: false } }
  const title = `Wanted: ${wantedTitle(wanted)}`
  return pageMetadata({ title, description: wanted.purpose || undefined, path: wantedItemPath(wanted) })
}

export default async function WantedItemPage({ params, searchParams }: Props) {
  const { id } = await params
  const viewer = await getViewer()
  const wanted = await findWanted(viewer, idOf(id) ?? 0)
  if (!wanted) notFound()
  if (wantedItemPath(wanted) !== `/wanted/${id}`) permanentRedirect(wantedItemPath(wanted))
  const offered = wanted.events.filter(({ kind }) => kind === 'suggested').length
  const isOpen = wanted.state === 'open'
  return (
    <Shell current="browse" crumbs={crumbs}>
      <div className="pagehead">
        <h1>{wantedTitle(wanted)}</h1>
      </div>
      <Labels hang>
        <Label section={isOpen ? 'contracts' : wanted.state === 'answered' ? 'impact' : 'docs'}>
          {WANTED_STATES[wanted.state]}
        </Label>
      </Labels>
      <Said done={[(await searchParams).done].flat()[0] ?? ''} />
      <Standing wanted={wanted} />
      <ShelfSection id="request" title="What is looked for">
        {wanted.purpose ? <p className="said measure mb-6">{wanted.purpose}</p> : null}
        <SummaryList rows={factsOf(wanted)} />
        <OwnPart viewer={viewer} wanted={wanted} />
      </ShelfSection>
      {isOpen || wanted.claims.length > 0 ? (
        <ShelfSection id="claims" title={isOpen ? 'Who will write it' : 'Who said that they would write it'}>
          <ClaimPart viewer={viewer} wanted={wanted} />
        </ShelfSection>
      ) : null}
      {isOpen || offered > 0 ? (
        <ShelfSection id="answers" title={offered > 0 ? `Pages offered (${offered})` : 'Answer it'}>
          <AnswerPart viewer={viewer} wanted={wanted} />
        </ShelfSection>
      ) : null}
      <ShelfSection id="history" title="What happened">
        <WantedHistory events={wanted.events} />
      </ShelfSection>
    </Shell>
  )
}

const DONE: Record<string, string> = {
  asked: 'Your request is on the list. You are told when somebody answers or claims it',
  offered: 'The page is offered. Whoever asked says whether it answers the request',
  answered: 'The request is answered. Everybody concerned is told',
  claimed: 'The claim is published. Give it back here if plans change',
  'given-back': 'The claim is given back',
  withdrawn: 'The request is withdrawn',
  reopened: 'The request is on the list again',
  closed: 'The request is closed. Everybody reads the reason',
  hidden: 'The request is hidden. Only moderators can open this page',
}

function Said({ done }: { done: string }) {
  if (!Object.hasOwn(DONE, done)) return null
  return (
    <div className="mt-6">
      <Note kind="success" role="status" title={DONE[done]} />
    </div>
  )
}

/** What became of it, where it is not on the list any more. */
function Standing({ wanted: { state, answer, events } }: { wanted: WantedView }) {
  if (state === 'open') return null
  const last = events.findLast(({ kind }) => kind === state)
  const reason = last?.note ? <p>{last.note}</p> : null
  return (
    <div className="mt-6">
      {answer ? (
        <Note kind="success" title="There is an answer">
          <p>
            <a href={answer.path}>{answer.title}</a>
            {answer.live ? '' : ' (withdrawn or merged since)'}
          </p>
          {reason}
        </Note>
      ) : (
        <Note kind="info" title={`${WANTED_STATES[state]}, ${last ? dayOf(last.at) : ''}`}>
          {reason}
        </Note>
      )}
    </div>
  )
}

function factsOf(wanted: WantedView) {
  const { origin, by, askedAt, areas, nation, bodyGroup, lookingFor, title } = wanted
  const person = by?.handle ? <a href={personPath({ handle: by.handle })}>{by.name}</a> : by?.name
  const who =
    origin === 'asked' ? (
      <>
        {person}, {dayOf(askedAt)}
      </>
    ) : (
      `${ORIGIN_WORDS[origin]}. On the list since ${dayOf(askedAt)}`
    )
  const named = areas.map((area) => (
    <li key={area.code}>
      <a href={categoryPath(area)}>{area.name}</a>
    </li>
  ))
  const search = <a href={`/search?q=${encodeURIComponent(title)}`}>See what a search finds now</a>
  return [
    { term: origin === 'asked' ? 'Asked by' : 'Who looks for it', value: who },
    ...(origin === 'asked' ? [{ term: 'What would help', value: LOOKING_FOR[lookingFor] }] : []),
    ...(areas.length > 0 ? [{ term: areas.length === 1 ? 'Area' : 'Areas', value: <ul>{named}</ul> }] : []),
    ...(nation ? [{ term: 'Nation', value: nation }] : []),
    ...(bodyGroup ? [{ term: 'Kind of body', value: BODY_GROUPS[bodyGroup] }] : []),
    ...(origin === 'asked' ? [] : [{ term: 'Search', value: search }]),
  ]
}
