'use client'

import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'

type Props = { action: FormAction; id: number; body: string }

/** One claim a body, with the day by which it will have written. */
export function ClaimForm({ action, id, body }: Props) {
  const form = useForm(action, {})
  return (
    <form action={form.formAction} noValidate>
      <FormProblems state={form.state} problems={form.problems} />
      <div key={form.stamp} className="fields">
        <input type="hidden" name="id" defaultValue={id} />
        <TextField
          {...form.field('dueOn')}
          type="date"
          label={`${body} will write it by`}
          hint="A day within a year, like 2027-01-22. It is published with the names of your organisation and you, and can be given back."
          width="date"
          required
        />
      </div>
      <div className="buttons mt-4">
        <Button kind="second" disabled={form.pending}>
          We will write this
        </Button>
      </div>
    </form>
  )
}
