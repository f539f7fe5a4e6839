import type { ChangeKind } from '@/lib/nomenclature/vocabulary'
import { RepeatedRows } from '../forms/repeated-rows'
import type { Form } from '../forms/use-form'
import { SelectField } from '../ui/select-field'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'
import { Ticks } from '../ui/ticks'

export type Choice = { value: string; label: string }
type Choices = { headings: Choice[]; places: Choice[]; beside: Choice[] }
type Props = { form: Form; kind: ChangeKind; choices: Choices }

/** What has to be said about each kind of change. */
export function KindFields({ form, kind, choices }: Props) {
  if (kind === 'add') return <AddFields form={form} choices={choices} />
  if (kind === 'merge') return <MergeFields form={form} choices={choices} />
  return (
    <>
      <Which form={form} name="proposal.code" label={WHICH[kind]} options={choices.headings} />
      {kind === 'rename' ? <NameFields form={form} name="The new name" /> : null}
      {kind === 'split' ? <SplitFields form={form} choices={choices} /> : null}
      {kind === 'move' ? (
        <Which form={form} name="proposal.parent" label="Where it is to stand" options={choices.places} />
      ) : null}
      {kind === 'retire' ? (
        <SelectField
          {...form.field('proposal.into')}
          label="Where its case studies go"
          options={[{ value: '', label: 'To the heading above it' }, ...choices.headings]}
          sayOptional={false}
        />
      ) : null}
    </>
  )
}

const WHICH: Record<Exclude<ChangeKind, 'add' | 'merge'>, string> = {
  rename: 'Heading to rename',
  split: 'Heading to split',
  move: 'Heading to move',
  retire: 'Heading to take out of use',
  agree: 'Heading to agree as it stands',
}

function Which({
  form,
  name,
  label,
  options,
}: {
  form: Form
  name: string
  label: string
  options: Choice[]
}) {
  return (
    <SelectField
      {...form.field(name)}
      label={label}
      required
      options={[{ value: '', label: 'Choose a heading' }, ...options]}
    />
  )
}

function NameFields({ form, name }: { form: Form; name: string }) {
  return (
    <>
      <TextField {...form.field('proposal.name')} label={name} required />
      <TextArea
        {...form.field('proposal.note')}
        label="Scope note"
        hint="One sentence: what belongs here."
        rows={2}
      />
    </>
  )
}

function AddFields({ form, choices }: { form: Form; choices: Choices }) {
  return (
    <>
      <Which
        form={form}
        name="proposal.parent"
        label="Where the new heading is to stand"
        options={choices.places}
      />
      <NameFields form={form} name="Its name" />
      <TextArea
        {...form.field('proposal.alsoCalled')}
        label="What else it is called"
        hint="One a line: the words that people in other bodies would look for."
        rows={3}
      />
      <TextArea
        {...form.field('proposal.cpv')}
        label="CPV divisions"
        hint="The first two digits, one a line. Only for contract areas."
        rows={2}
      />
    </>
  )
}

function MergeFields({ form, choices }: { form: Form; choices: Choices }) {
  const ticked = form.list('proposal.from')
  return (
    <>
      <Ticks
        legend="Headings to merge"
        hint="They go out of use. Their names lead to the heading that stays."
        name="proposal.from[]"
        columns
        options={choices.beside.map(({ value, label }) => {
          return { value, label, checked: ticked.includes(value) }
        })}
        error={form.error('proposal.from')}
      />
      <Which form={form} name="proposal.into" label="The heading that stays" options={choices.headings} />
    </>
  )
}

function SplitFields({ form, choices }: { form: Form; choices: Choices }) {
  const count = Math.max(2, form.rows('proposal.into').length)
  const label = (index: number) => form.text(`proposal.into.${index}.name`) || `Heading ${index + 1}`
  return (
    <>
      {form.error('proposal.into') ? (
        <p className="error" id="proposal-into">
          {form.error('proposal.into')}
        </p>
      ) : null}
      <RepeatedRows
        form={form}
        name="proposal.into"
        noun="heading"
        titleOf={(prefix) => form.text(`${prefix}.name`) || form.text(`${prefix}.code`)}
      >
        {(prefix) => (
          <div className="fields">
            <SelectField
              {...form.field(`${prefix}.code`)}
              label="A heading that exists"
              options={[{ value: '', label: 'None: it is new' }, ...choices.headings]}
            />
            <TextField {...form.field(`${prefix}.name`)} label="Or the name of a new one" />
            <TextArea
              {...form.field(`${prefix}.note`)}
              label="Scope note"
              hint="For a new one: what belongs here, in one sentence."
              rows={2}
            />
          </div>
        )}
      </RepeatedRows>
      <SelectField
        {...form.field('proposal.default')}
        label="Where case studies go that nobody chooses for"
        required
        options={Array.from({ length: count }, (_, index) => {
          return { value: String(index), label: label(index) }
        })}
      />
    </>
  )
}
