'use client'

import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { TextArea } from '../ui/text-area'

/** Takes an applied change back. */
export function UndoForm({ action, id }: { action: FormAction; id: number }) {
  const form = useForm(action, { reason: '' })
  return (
    <form action={form.formAction} noValidate>
      <FormProblems state={form.state} problems={form.problems} />
      <div key={form.stamp} className="fields">
        <input type="hidden" name="changeId" defaultValue={id} />
        <TextArea
          {...form.field('reason')}
          label="Why it is undone"
          hint="It is published with the decision. Headings and labels come back exactly as they were."
          required
          rows={3}
        />
      </div>
      <div className="buttons mt-4">
        <Button kind="warning" disabled={form.pending}>
          Undo this change
        </Button>
      </div>
    </form>
  )
}
