import type { ListedPerson } from '@/lib/people/directory'
import { personPath } from '@/lib/users/paths'
import { Label } from '../ui/label'
import { PersonRow } from '../ui/person-row'
import { initialsOf } from './initials'

type Props = { person: ListedPerson; href?: string }

/** Someone who chose to be found, as a row. */
export function PersonItem({ person, href }: Props) {
  const { name, helpCategories, demonstration } = person
  return (
    <PersonRow
      name={name}
      initials={initialsOf(name)}
      href={href ?? personPath(person)}
      meta={<Meta person={person} />}
      helpsWith={helpCategories.map((area) => area.name)}
      labels={demonstration ? <Label>Demonstration account</Label> : undefined}
    />
  )
}

function Meta({ person: { jobTitle, organisation, region, canHelpWith } }: { person: ListedPerson }) {
  const who = [jobTitle, organisation, region].filter(Boolean).join(', ')
  return (
    <>
      {who || 'Job and organisation not said'}
      {canHelpWith ? (
        <>
          <br />
          Can help with: {canHelpWith}
        </>
      ) : null}
    </>
  )
}
