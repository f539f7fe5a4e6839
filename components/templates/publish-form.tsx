'use client'

import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'

type Props = { action: FormAction; standing: number; version: number }

/** Publishes the draft with a note for the history of the template. */
export function PublishForm({ action, standing, version }: Props) {
  const form = useForm(action, {})
  return (
    <form action={form.formAction} noValidate className="mt-6">
      <FormProblems state={form.state} problems={form.problems} />
      <div key={form.stamp} className="fields">
        <input type="hidden" name="standing" value={form.text('standing') || String(standing)} />
        <TextField
          {...form.field('note')}
          label="What changed, and why?"
          hint="For the history of the template, such as “Members asked for a place to say what they learned”."
          required
        />
      </div>
      <div className="buttons mt-4">
        <Button disabled={form.pending}>
          {form.pending ? 'Publishing …' : `Publish template v${version}`}
        </Button>
      </div>
    </form>
  )
}
