import type { Organisation } from '@/lib/organisations/queries'
import { partialDateOf } from '../dates'
import { Note } from '../ui/note'
import { SummaryList } from '../ui/summary-list'
import { typeName } from './type-name'

/** What the directory holds about an organisation, and how sure it is. */
export function OrganisationFacts({ organisation }: { organisation: Organisation }) {
  const { type, region, otherNames, webDomains, unconfirmedDomains, note } = organisation
  const rows = [
    { term: 'Kind', value: typeName(type) },
    { term: 'Region', value: region || 'Not known' },
    { term: 'Also called', value: otherNames.join(', ') },
    { term: 'Web domains', value: webDomains.join(', ') || 'None yet' },
    { term: 'Web domains, not confirmed', value: unconfirmedDomains.join(', ') },
    { term: 'Note', value: note },
  ]
  return <SummaryList rows={rows.filter(({ value }) => value !== '')} />
}

/** A body that is no more, and who came after it. */
export function Dissolved({ organisation }: { organisation: Organisation }) {
  const { status, dissolvedOn, successor, note } = organisation
  if (status === 'active') return null
  return (
    <div className="mt-6">
      <Note title={dissolvedOn ? `No longer exists since ${partialDateOf(dissolvedOn)}` : 'No longer exists'}>
        <p>
          {successor ? `Its successor: ${successor}. ` : null}
          {successor || note ? null : 'Who came after it is not known here. '}
          What it did stays readable here as history.
        </p>
      </Note>
    </div>
  )
}
