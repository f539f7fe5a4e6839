import { organisationsPath } from '@/lib/organisations/paths'
import type { OrganisationFilter } from '@/lib/organisations/queries'
import { REGIONS, TYPES } from '@/lib/organisations/vocabulary'
import { Button } from '../ui/button'
import { SelectField } from '../ui/select-field'
import { TextField } from '../ui/text-field'

/** Narrowing the directory by name, kind and region. */
export function DirectoryFilter({ filter }: { filter: OrganisationFilter }) {
  return (
    <search>
      <form className="finder" action={organisationsPath} method="get" aria-label="Find organisations">
        <TextField
          id="find-name"
          name="q"
          label="Name"
          sayOptional={false}
          value={filter.words}
          autoComplete="off"
        />
        <SelectField
          id="find-type"
          name="type"
          label="Kind"
          sayOptional={false}
          value={filter.type}
          options={[
            { value: '', label: 'Any kind' },
            ...Object.entries(TYPES).map(([value, label]) => ({ value, label })),
          ]}
        />
        <SelectField
          id="find-region"
          name="region"
          label="Region"
          sayOptional={false}
          value={filter.region}
          options={[
            { value: '', label: 'Anywhere' },
            ...REGIONS.map((region) => ({ value: region, label: region })),
          ]}
        />
        <Button>Find organisations</Button>
      </form>
    </search>
  )
}
