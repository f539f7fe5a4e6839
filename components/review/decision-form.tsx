'use client'

import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { TextArea } from '../ui/text-area'

/** Accept or decline. A reason is needed for declining only, so the field says both. */
export function DecisionForm({ action, id }: { action: FormAction; id: number }) {
  const form = useForm(action, { reason: '' })
  return (
    <form action={form.formAction} noValidate>
      <FormProblems state={form.state} problems={form.problems} />
      <div key={form.stamp} className="fields">
        <input type="hidden" name="id" defaultValue={id} />
        <TextArea
          name="reason"
          label="What you tell its author"
          hint="Needed when you decline: say what is missing or wrong, and what would make it right."
          sayOptional={false}
          rows={5}
          value={form.text('reason')}
          error={form.error('reason')}
        />
      </div>
      <div className="buttons mt-4">
        <Button name="decision" value="accept">
          Accept
        </Button>
        <Button name="decision" value="decline" kind="second">
          Decline
        </Button>
      </div>
    </form>
  )
}
