import { LENS_BANDS, LENS_BODIES, LENS_NATIONS, type Us } from '@/lib/legal/lens/vocabulary'
import { Button } from '../ui/button'
import { SelectField } from '../ui/select-field'

export type LensFormProps = {
  us: Us | null
  /** What was chosen without a nation, which is asked for again. */
  unfinished?: Partial<Us> | null
  action: string
  /** What else the address holds: it stays in it. */
  kept?: [string, string][]
}

const optionsOf = (words: Record<string, string>, none: string) => [
  { value: '', label: none },
  ...Object.entries(words).map(([value, label]) => ({ value, label })),
]

/** Who is reading, as far as the law is concerned: an ordinary form whose answer is an address. */
export function LensForm({ us, unfinished, action, kept = [] }: LensFormProps) {
  const chosen = us ?? unfinished
  return (
    <form action={action} method="get" className="lensform" data-lens={chosen ? undefined : ''}>
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <SelectField
        id="us-nation"
        name="us"
        label="Nation"
        error={unfinished ? 'Choose a nation: its law decides' : undefined}
        sayOptional={false}
        value={chosen?.nation ?? ''}
        options={optionsOf(LENS_NATIONS, 'Choose a nation')}
      />
      <SelectField
        id="us-body"
        name="us"
        label="Kind of body"
        sayOptional={false}
        value={chosen?.body ?? ''}
        options={optionsOf(LENS_BODIES, 'Any kind')}
      />
      <SelectField
        id="us-band"
        name="us"
        label="Contract value"
        sayOptional={false}
        value={chosen?.band ?? ''}
        options={optionsOf(LENS_BANDS, 'Not sure')}
      />
      <Button kind="second">{us ? 'Change' : 'Compare with our rules'}</Button>
    </form>
  )
}
