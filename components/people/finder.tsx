import type { PeopleFilter } from '@/lib/people/directory'
import { peoplePath } from '@/lib/people/paths'
import { Button } from '../ui/button'
import { SelectField } from '../ui/select-field'
import { TextField } from '../ui/text-field'

type Option = { value: string; label: string }
type Props = { filter: PeopleFilter; regions: readonly string[]; areas: Option[] }

const columns =
  'md:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,1.3fr)_minmax(0,1fr)_minmax(0,1.3fr)_auto]'

/** Finding people by what they can help with, where they work and where they are. */
export function Finder({ filter, regions, areas }: Props) {
  return (
    <search>
      <form className={`finder ${columns}`} action={peoplePath} method="get" aria-label="Find people">
        <TextField
          id="find-words"
          name="q"
          label="What do you need help with?"
          value={filter.words}
          sayOptional={false}
        />
        <TextField
          id="find-organisation"
          name="organisation"
          label="Organisation"
          value={filter.organisation}
          autoComplete="off"
        />
        <SelectField
          id="find-region"
          name="region"
          label="Region"
          sayOptional={false}
          value={filter.region}
          options={regionOptions(regions)}
        />
        <SelectField
          id="find-category"
          name="category"
          label="Area"
          sayOptional={false}
          value={filter.category}
          options={[{ value: '', label: 'Any area' }, ...areas]}
        />
        <Button>Find people</Button>
      </form>
    </search>
  )
}

function regionOptions(regions: readonly string[]): Option[] {
  return [{ value: '', label: 'Anywhere' }, ...regions.map((region) => ({ value: region, label: region }))]
}
