'use client'

import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { SelectField } from '../ui/select-field'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'
import { fieldName } from './words'

type Props = {
  action: FormAction
  page: number
  fields: readonly string[]
  /** The field that is chosen to begin with. */
  field: string
  open: boolean
}

/** Begins a thread about a page or a part of it. */
export function ThreadForm({ action, page, fields, field, open }: Props) {
  const form = useForm(action, { field })
  return (
    <details className="act new-thread" open={open || form.state.status !== 'idle'}>
      <summary>Start a thread</summary>
      <form action={form.formAction} noValidate>
        <FormProblems state={form.state} problems={form.problems} />
        <input type="hidden" name="page" value={page} />
        <div key={form.stamp} className="fields">
          <SelectField
            {...form.field('field')}
            label="Which part?"
            required
            width="half"
            options={['', ...fields].map((value) => ({ value, label: fieldName(value) }))}
          />
          <TextField
            {...form.field('title')}
            label="What is it about?"
            hint="A few words, such as “Where does the 51% come from?”"
            required
          />
          <TextArea
            {...form.field('body')}
            label="Your comment"
            hint="Everyone can read it, with your name. Markdown works: a blank line begins a paragraph, [words](address) makes a link."
            rows={6}
            required
          />
        </div>
        <div className="buttons mt-6">
          <Button disabled={form.pending}>{form.pending ? 'Sending …' : 'Start the thread'}</Button>
        </div>
      </form>
    </details>
  )
}
