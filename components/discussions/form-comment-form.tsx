'use client'

import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { SelectField } from '../ui/select-field'
import { TextArea } from '../ui/text-area'
import { fieldName } from './words'

type Props = {
  action: FormAction
  fields: readonly string[]
  /** Names of the fields that are not built in. */
  names: Record<string, string>
  field: string
}

/** Says what does not work about the form or a part of it. */
export function FormCommentForm({ action, fields, names, field }: Props) {
  const form = useForm(action, { field })
  const options = fields.map((value) => ({ value, label: names[value] ?? fieldName(value) }))
  return (
    <form action={form.formAction} noValidate>
      <FormProblems state={form.state} problems={form.problems} />
      <div key={form.stamp} className="fields">
        <SelectField
          {...form.field('field')}
          label="Which part of the form?"
          required
          width="half"
          options={[{ value: '', label: 'The form as a whole' }, ...options]}
        />
        <TextArea
          {...form.field('body')}
          label="What does not work, or what would be better?"
          hint="Moderators read this with your name. It is not published."
          rows={6}
          required
        />
      </div>
      <div className="buttons mt-6">
        <Button disabled={form.pending}>{form.pending ? 'Sending …' : 'Send the comment'}</Button>
      </div>
    </form>
  )
}
