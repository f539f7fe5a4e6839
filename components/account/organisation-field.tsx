import { TextField } from '../ui/text-field'

type Props = { names: string[]; value: string; error?: string }

/** One organisation of the directory, with its names offered while typing. */
export function OrganisationField({ names, value, error }: Props) {
  return (
    <>
      <TextField
        name="organisation"
        label="Your organisation"
        hint="Start typing and choose from the list. The directory of organisations holds every name."
        value={value}
        error={error}
        list="organisation-names"
        autoComplete="off"
      />
      <datalist id="organisation-names">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}
