'use client'

import { FormProblems } from '@/components/forms/form-problems'
import { type FormAction, useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'

type Props = {
  action: FormAction
  /** Of the field: two of these forms stand on one page. */
  id: string
  page: number
  label: string
  hint: string
  button: string
  lesser?: boolean
}

/** One text about a case study, and a button to send it. */
export function TextForm({ action, id, page, label, hint, button, lesser }: Props) {
  const form = useForm(action, {})
  const problems = form.problems.map(({ message }) => ({ href: `#${id}`, message }))
  return (
    <form action={form.formAction} noValidate>
      <FormProblems state={form.state} problems={problems} />
      <input type="hidden" name="page" value={page} />
      <div key={form.stamp} className="fields">
        <TextArea
          id={id}
          name="body"
          label={label}
          hint={hint}
          rows={lesser ? 3 : 8}
          required
          value={form.text('body')}
          error={form.error('body')}
        />
      </div>
      <div className="buttons mt-6">
        <Button kind={lesser ? 'second' : 'primary'} disabled={form.pending}>
          {form.pending ? 'Sending …' : button}
        </Button>
      </div>
    </form>
  )
}
