'use client'

import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { TextArea } from '../ui/text-area'

type Props = {
  action: FormAction
  page: number
  /** The page that it is merged into. */
  into?: number
  label: string
  hint: string
  button: string
  required?: boolean
}

/** One of the deeds that move a page, with the words that go on record. */
export function MoveForm({ action, page, into, label, hint, button, required }: Props) {
  const form = useForm(action, { reason: '' })
  return (
    <form action={form.formAction} noValidate>
      <FormProblems state={form.state} problems={form.problems} />
      <input type="hidden" name="page" value={page} />
      {into ? <input type="hidden" name="into" value={into} /> : null}
      <div key={form.stamp} className="fields">
        <TextArea
          name="reason"
          label={label}
          hint={hint}
          required={required}
          rows={3}
          value={form.text('reason')}
          error={form.error('reason')}
        />
      </div>
      <div className="buttons mt-6">
        <Button disabled={form.pending}>{button}</Button>
      </div>
    </form>
  )
}
