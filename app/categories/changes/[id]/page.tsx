import '@/app/styles/working.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { dayOf, partialDateOf } from '@/components/dates'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { DecisionRecord } from '@/components/nomenclature/decision-record'
import { EffectView } from '@/components/nomenclature/effect-view'
import { PositionsTable } from '@/components/nomenclature/positions-table'
import { ProposalView } from '@/components/nomenclature/proposal-view'
import { Label, Labels } from '@/components/ui/label'
import { Note } from '@/components/ui/note'
import { getViewer } from '@/lib/auth/session'
import { effectOf } from '@/lib/nomenclature/effect'
import { changePath, changesPath, nomenclaturePath } from '@/lib/nomenclature/paths'
import { type ChangeView, findChange } from '@/lib/nomenclature/queries'
import { CHANGE_STATES } from '@/lib/nomenclature/vocabulary'
import { DecidePart, PositionPart, UndoPart } from './parts'

type Asked = { proposed?: string; taken?: string; decided?: string; undone?: string }
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Asked> }

const crumbs = [
  { href: '/', label: 'Home' },
  { href: nomenclaturePath(), label: 'Headings' },
  { href: changesPath(), label: 'Changes' },
]

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const change = await find((await params).id)
  if (!change) return { title: 'Page not found' }
  return pageMetadata({ title: change.title, description: change.reason, path: changePath(change.id) })
}

export default async function ChangePage({ params, searchParams }: Props) {
  const change = await find((await params).id)
  if (!change) notFound()
  const viewer = await getViewer()
  const isOpen = change.state === 'open'
  return (
    <Shell current="browse" crumbs={crumbs}>
      <div className="pagehead">
        <h1>{change.title}</h1>
      </div>
      <Labels hang>
        <Label section={isOpen ? 'contracts' : 'docs'}>{CHANGE_STATES[change.state]}</Label>
      </Labels>
      <Said asked={await searchParams} />
      <ShelfSection id="proposal" title={isOpen ? 'What is proposed' : 'What was proposed'}>
        <ProposalView proposal={change.proposal} names={change.names} />
        <p className="said mt-4">{change.reason}</p>
        <p className="small quiet mt-3">
          Proposed by {change.proposedBy.name}
          {change.organisation ? ` of ${change.organisation.name}` : ''}, {dayOf(change.openedAt)}. Public
          bodies {change.takesPositions ? 'can' : 'could'} take a position until{' '}
          {partialDateOf(change.closesOn)}.
        </p>
      </ShelfSection>
      {isOpen ? (
        <ShelfSection id="effect" title="What it would do">
          <EffectView effect={await effectOf(change.proposal)} />
        </ShelfSection>
      ) : null}
      <ShelfSection id="positions" title={`Positions (${change.positions.length})`}>
        <PositionsTable positions={change.positions} />
        <PositionPart viewer={viewer} change={change} />
      </ShelfSection>
      {isOpen ? (
        <ShelfSection id="decide" title="Decision">
          <DecidePart viewer={viewer} change={change} />
        </ShelfSection>
      ) : (
        <ShelfSection id="decision" title="Decision">
          <DecisionRecord change={change} />
          <UndoPart viewer={viewer} change={change} />
        </ShelfSection>
      )}
    </Shell>
  )
}

async function find(id: string): Promise<ChangeView | null> {
  return /^[1-9]\d{0,8}$/.test(id) ? findChange(Number(id)) : null
}

const DONE = {
  proposed: 'It is proposed. Public bodies can take a position until the closing date',
  taken: 'The position is taken',
  decided: 'The decision is published',
  undone: 'The change is undone. Headings and labels are as they were before it',
}

function Said({ asked }: { asked: Asked }) {
  const done = (Object.keys(DONE) as (keyof typeof DONE)[]).find((name) => asked[name])
  return done ? (
    <div className="mt-6">
      <Note kind="success" role="status" title={DONE[done]} />
    </div>
  ) : null
}
