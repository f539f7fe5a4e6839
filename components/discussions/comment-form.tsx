'use client'

import type { ReactNode } from 'react'
import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'

type Props = {
  action: FormAction
  /** Of the text: many of these forms stand on one page. */
  id: string
  /** What the form is about: a thread or a comment. */
  subject: { name: 'thread' | 'comment'; id: number }
  /** What opens the form, which is folded until somebody wants it. */
  summary: ReactNode
  name?: 'body' | 'reason'
  label: string
  hint: ReactNode
  rows?: number
  button: string
  kind?: 'primary' | 'second' | 'warning'
}

/** One text about a thread or a comment: a reply, a report, a reason. */
export function CommentForm(props: Props) {
  const { action, id, subject, summary, name = 'body', label, hint, rows = 5, button, kind } = props
  const form = useForm(action, {})
  const problems = form.problems.map(({ message }) => ({ href: `#${id}`, message }))
  const field = { id, name, label, hint, required: true, value: form.text(name), error: form.error(name) }
  return (
    <details className="act" open={form.state.status !== 'idle'}>
      <summary>{summary}</summary>
      <form action={form.formAction} noValidate>
        <FormProblems state={form.state} problems={problems} />
        <input type="hidden" name={subject.name} value={subject.id} />
        <div key={form.stamp} className="fields">
          {name === 'reason' ? <TextField {...field} /> : <TextArea {...field} rows={rows} />}
        </div>
        <div className="buttons mt-4">
          <Button kind={kind} small disabled={form.pending}>
            {form.pending ? 'Sending …' : button}
          </Button>
        </div>
      </form>
    </details>
  )
}
