import { organisationPath } from '@/lib/organisations/paths'
import type { ListedPerson } from '@/lib/people/directory'
import { categoryPath } from '@/lib/taxonomy/paths'
import { SummaryList } from '../ui/summary-list'

/** What a listed person says about themselves. */
export function PersonFacts({ person }: { person: ListedPerson }) {
  return (
    <SummaryList
      rows={[
        { term: 'Job', value: person.jobTitle || 'Not said' },
        { term: 'Organisation', value: <Organisation person={person} /> },
        { term: 'Region', value: person.region || 'Not said' },
        { term: 'About', value: person.about || 'Not said' },
        { term: 'Can help with', value: <Help person={person} /> },
        {
          term: 'Writing to them',
          value:
            'Not possible from here yet. Where a case study names a contact, its own page has a form for questions.',
        },
      ]}
    />
  )
}

function Organisation({ person: { organisation, organisationPage } }: { person: ListedPerson }) {
  if (!organisationPage) return 'Not said'
  return <a href={organisationPath(organisationPage)}>{organisation}</a>
}

function Help({ person: { canHelpWith, helpCategories } }: { person: ListedPerson }) {
  if (!canHelpWith && helpCategories.length === 0) return 'Not said'
  return (
    <>
      {canHelpWith ? <p>{canHelpWith}</p> : null}
      {helpCategories.length > 0 ? (
        <ul className="chips">
          {helpCategories.map((area) => (
            <li className="chip" key={area.code}>
              <a href={categoryPath(area)}>{area.name}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
