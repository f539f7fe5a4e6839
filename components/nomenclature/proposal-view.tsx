import type { ReactNode } from 'react'
import type { ChangeView } from '@/lib/nomenclature/queries'
import type { Proposal } from '@/lib/nomenclature/schema'
import { SummaryList } from '../ui/summary-list'

type Row = { term: string; value: ReactNode }
type Names = Record<string, string>

/** What is proposed, in words, with the names that the headings had when it was proposed. */
export function ProposalView({ proposal, names }: Pick<ChangeView, 'proposal' | 'names'>) {
  return <SummaryList rows={rowsOf(proposal, (code) => named(code, names))} />
}

function rowsOf(proposal: Proposal, name: (code: string) => string): Row[] {
  switch (proposal.kind) {
    case 'rename':
      return [
        { term: 'Heading', value: name(proposal.code) },
        { term: 'New name', value: proposal.name },
        ...(proposal.note ? [{ term: 'Scope note then', value: proposal.note }] : []),
      ]
    case 'merge':
      return [
        { term: 'Merge', value: <Lines lines={proposal.from.map(name)} /> },
        { term: 'Into', value: name(proposal.into) },
      ]
    case 'split':
      return splitRows(proposal, name)
    case 'move':
      return [
        { term: 'Heading', value: name(proposal.code) },
        { term: 'To stand under', value: name(proposal.parent) },
      ]
    case 'retire':
      return [
        { term: 'Take out of use', value: name(proposal.code) },
        { term: 'Its pages go to', value: proposal.into ? name(proposal.into) : 'The heading above it' },
      ]
    case 'add':
      return addRows(proposal, name)
    case 'agree':
      return [{ term: 'Agree as it stands', value: name(proposal.code) }]
  }
}

type Split = Extract<Proposal, { kind: 'split' }>
type Add = Extract<Proposal, { kind: 'add' }>

function splitRows({ code, into, default: rest }: Split, name: (code: string) => string): Row[] {
  const lines = into.map((to) => (to.code ? name(to.code) : `${to.name} (new)`))
  return [
    { term: 'Split', value: name(code) },
    { term: 'Into', value: <Lines lines={lines} /> },
    { term: 'Where the rest goes', value: lines[rest] ?? '' },
  ]
}

function addRows({ parent, name: added, note, alsoCalled, cpv }: Add, name: (code: string) => string): Row[] {
  return [
    { term: 'New heading', value: added },
    { term: 'To stand under', value: name(parent) },
    ...(note ? [{ term: 'Scope note', value: note }] : []),
    ...(alsoCalled.length > 0 ? [{ term: 'Also called', value: alsoCalled.join(', ') }] : []),
    ...(cpv.length > 0 ? [{ term: 'CPV divisions', value: cpv.join(', ') }] : []),
  ]
}

function named(code: string, names: Names): string {
  return names[code] ? `${names[code]} (${code})` : code
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
