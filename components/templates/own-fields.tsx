import type { AskedField } from '@/lib/templates/asked'
import { type Place, YES_NO } from '@/lib/templates/vocabulary'
import { FormCommentLink } from '../discussions/form-comment-link'
import { MarkdownField } from '../editor/markdown-field'
import type { Form } from '../forms/use-form'
import { fieldId } from '../ui/field-id'
import { SelectField } from '../ui/select-field'
import { TextField } from '../ui/text-field'
import { Ticks } from '../ui/ticks'

type Props = { form: Form; fields: AskedField[]; place: Place }

/** The template's own fields that stand after one of the built-in parts. */
export function OwnFields({ form, fields, place }: Props) {
  const here = fields.filter(({ after }) => after === place)
  return here.map((field) => (
    <div key={field.key} className="own-field">
      <OwnField form={form} field={field} />
      {field.kept ? null : (
        <p className="ui small">
          <FormCommentLink field={`extra.${field.key}`} part={field.label} />
        </p>
      )}
    </div>
  ))
}

const KEPT = 'It is no longer asked. What it says is kept; empty it to take it out.'

function OwnField({ form, field }: { form: Form; field: AskedField }) {
  const { type, label, required } = field
  const name = `extra.${field.key}`
  const hint = [field.help, field.kept ? KEPT : ''].filter(Boolean).join(' ')
  if (type === 'long')
    return (
      <MarkdownField
        id={fieldId(name)}
        name={name}
        label={required ? label : `${label} (optional)`}
        hint={hint}
        required={required}
        rows={8}
        defaultValue={form.text(name)}
        error={form.error(name)}
      />
    )
  const common = { ...form.field(name), label, required }
  if (type === 'one-of')
    return <SelectField {...common} hint={hint} options={[NONE, ...choicesOf(form, field)]} width="half" />
  if (type === 'yes-no' || type === 'many-of') return <OwnTicks form={form} field={field} hint={hint} />
  return <OwnLine {...common} field={field} hint={hint} />
}

const NONE = { value: '', label: 'Choose' }

type LineProps = ReturnType<Form['field']> & {
  field: AskedField
  label: string
  hint: string
  required: boolean
}

function OwnLine({ field, hint, label, ...common }: LineProps) {
  const { type, unit } = field
  if (type === 'link')
    return <TextField {...common} label={label} hint={hint} type="url" inputMode="url" className="full" />
  if (type === 'date')
    return (
      <TextField
        {...common}
        label={label}
        hint={`${hint} A year, month or day: 2004, 2004-11 or 2004-11-20.`.trim()}
        width="date"
      />
    )
  if (type === 'money')
    return (
      <TextField
        {...common}
        label={label}
        hint={`${hint} In pounds, such as £12,500.`.trim()}
        inputMode="decimal"
        width="half"
      />
    )
  if (type === 'number')
    return (
      <TextField
        {...common}
        label={unit ? `${label}, in ${unit}` : label}
        hint={hint}
        inputMode="decimal"
        width="half"
      />
    )
  return <TextField {...common} label={label} hint={hint} className="full" />
}

function OwnTicks({ form, field, hint }: { form: Form; field: AskedField; hint: string }) {
  const { type, label, required } = field
  const name = `extra.${field.key}`
  const chosen = form.list(name)
  const isMany = type === 'many-of'
  const choices = isMany
    ? choicesOf(form, field)
    : [
        ...Object.entries(YES_NO).map(([value, text]) => ({ value, label: text })),
        ...(required ? [] : [{ value: '', label: 'No answer' }]),
      ]
  return (
    <Ticks
      legend={required ? label : `${label} (optional)`}
      hint={hint}
      name={isMany ? `${name}[]` : name}
      type={isMany ? 'checkbox' : 'radio'}
      options={choices.map((choice) => ({
        ...choice,
        checked: chosen.includes(choice.value) || (chosen.length === 0 && choice.value === ''),
      }))}
      error={form.error(name)}
    />
  )
}

/** Options that are offered, and those that were chosen before they were retired. */
function choicesOf(form: Form, { key, options }: AskedField) {
  const chosen = form.list(`extra.${key}`)
  return options
    .filter((option) => !option.retired || chosen.includes(option.key))
    .map((option) => ({ value: option.key, label: option.label }))
}
