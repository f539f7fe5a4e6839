'use client'

import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'

type Props = { action: FormAction; id: number; name: string; summary: string; hint: string; button: string }

/** Something that a moderator does to a request, with the reason. Folded until it is wanted. */
export function ReasonForm({ action, id, name, summary, hint, button }: Props) {
  const form = useForm(action, {})
  const field = `${name}-reason`
  const problems = form.problems.map(({ message }) => ({ href: `#${field}`, message }))
  return (
    <details className="act" open={form.state.status !== 'idle'}>
      <summary>{summary}</summary>
      <form action={form.formAction} noValidate>
        <FormProblems state={form.state} problems={problems} />
        <div key={form.stamp} className="fields">
          <input type="hidden" name="id" defaultValue={id} />
          <TextField {...form.field('reason')} id={field} label="The reason" hint={hint} required />
        </div>
        <div className="buttons mt-4">
          <Button kind="warning" small disabled={form.pending}>
            {button}
          </Button>
        </div>
      </form>
    </details>
  )
}
