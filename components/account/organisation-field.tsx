import { classNames } from '../ui/class-names'
import { describedBy } from '../ui/field-id'
import { FieldLabel, FieldParts } from '../ui/field-parts'

type Props = { names: string[]; value: string; error?: string }

const hint = 'Start typing and choose from the list. The directory of organisations holds every name.'

/** One organisation of the directory, with its names offered while typing. */
export function OrganisationField({ names, value, error }: Props) {
  return (
    <div className={classNames('field', Boolean(error) && 'bad')}>
      <FieldLabel id="organisation" label="Your organisation" />
      <FieldParts id="organisation" hint={hint} error={error} />
      <input
        id="organisation"
        name="organisation"
        type="text"
        list="organisation-names"
        autoComplete="off"
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy('organisation', hint, error)}
      />
      <datalist id="organisation-names">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  )
}
