'use client'

import type { FormValues } from '@/lib/platform/form'
import { templatePath } from '@/lib/templates/paths'
import type { TemplateField } from '@/lib/templates/schema'
import { FIELD_TYPES, PLACES } from '@/lib/templates/vocabulary'
import { FormProblems } from '../forms/form-problems'
import { type Form, type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { CheckboxField } from '../ui/checkbox-field'
import { FieldGroup } from '../ui/field-group'
import { Note } from '../ui/note'
import { SelectField } from '../ui/select-field'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'

type Props = {
  action: FormAction
  standing: number
  /** Null for a new one. */
  field: TemplateField | null
  /** Its kind of answer can no longer change. */
  published: boolean
}

/** One field of the template: its words, the kind of answer, and where it stands. */
export function FieldForm({ action, standing, field, published }: Props) {
  const form = useForm(action, initialOf(field))
  return (
    <form action={form.formAction} noValidate>
      {form.state.status === 'refused' && form.problems.length === 0 ? (
        <Note kind="warning" title="Somebody else was here" role="alert">
          <p>{form.state.message}</p>
        </Note>
      ) : (
        <FormProblems state={form.state} problems={form.problems} />
      )}
      <div key={form.stamp} className="fields">
        <input type="hidden" name="standing" value={form.text('standing') || String(standing)} />
        <input type="hidden" name="key" value={field?.key ?? ''} />
        <TextField
          {...form.field('label')}
          label="Name"
          hint="What writers and readers see. It can be changed later; answers stay with it."
          required
        />
        <TextField
          {...form.field('help')}
          label="Help"
          hint="One or two sentences under the name: what to write, with an example."
        />
        <KindOfAnswer form={form} field={field} published={published} />
        <TextField
          {...form.field('unit')}
          label="Unit"
          hint="For numbers only, such as tonnes a year or %."
          width="half"
        />
        <Options form={form} field={field} />
        <SelectField
          {...form.field('after')}
          label="Where does it stand?"
          hint="After this part, on the form and on the page."
          required
          options={Object.entries(PLACES).map(([value, label]) => ({ value, label }))}
          width="half"
        />
        <CheckboxField
          name="required"
          label="Required"
          hint="Of new case studies, and of those that are upgraded. Case studies on an earlier version are saved without it."
          checked={form.text('required') === 'on'}
        />
      </div>
      <div className="buttons mt-6">
        <Button disabled={form.pending}>{form.pending ? 'Saving …' : 'Save in the draft'}</Button>
        <a href={templatePath}>Back to the list without saving</a>
      </div>
    </form>
  )
}

function KindOfAnswer({ form, field, published }: { form: Form } & Pick<Props, 'field' | 'published'>) {
  if (published && field)
    return (
      <div className="field">
        <p>
          <strong>Kind of answer: {FIELD_TYPES[field.type].name}</strong>
        </p>
        <p className="hint">
          It cannot change once it is published. To ask differently, retire this field and add another.
        </p>
        <input type="hidden" name="type" value={field.type} />
      </div>
    )
  const options = Object.entries(FIELD_TYPES).map(([value, { name, meaning }]) => ({
    value,
    label: `${name}: ${meaning}`,
  }))
  return (
    <SelectField
      {...form.field('type')}
      label="Kind of answer"
      hint="It cannot change once it is published."
      required
      options={options}
      width="half"
    />
  )
}

/** The options there are, each with its name, and room for more. */
function Options({ form, field }: { form: Form; field: TemplateField | null }) {
  const options = field?.options ?? []
  return (
    <>
      {options.length > 0 ? (
        <FieldGroup
          legend="Options"
          hint="A retired option is no longer offered; answers that chose it keep it."
          className="template-options"
        >
          {options.map(({ key }, index) => (
            <div key={key} className="template-option">
              <input type="hidden" name={`options.${index}.key`} value={key} />
              <TextField
                {...form.field(`options.${index}.label`)}
                label={`Option ${index + 1}`}
                sayOptional={false}
              />
              <CheckboxField
                name={`options.${index}.retired`}
                label={
                  <>
                    Retired<span className="vh">: option {index + 1}</span>
                  </>
                }
                checked={form.text(`options.${index}.retired`) === 'on'}
              />
            </div>
          ))}
        </FieldGroup>
      ) : null}
      <TextArea
        {...form.field('newOptions')}
        label={options.length > 0 ? 'More options' : 'Options'}
        hint="For “one of a list” and “any of a list” only. One on each line."
        rows={4}
      />
    </>
  )
}

function initialOf(field: TemplateField | null): FormValues {
  if (!field) return { type: 'text', after: 'impact' }
  const { label, help, type, unit, required, after, options } = field
  return {
    label,
    help,
    type,
    unit,
    after,
    required: required ? 'on' : '',
    options: options.map(({ key, label: name, retired }) => ({
      key,
      label: name,
      retired: retired ? 'on' : '',
    })),
  }
}
