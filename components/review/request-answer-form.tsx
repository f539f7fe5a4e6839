'use client'

import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { TextArea } from '../ui/text-area'
import { Ticks } from '../ui/ticks'

const ANSWERS = [
  { value: 'right', label: 'It looks right' },
  { value: 'comments', label: 'I have comments' },
]

type Props = { action: FormAction; request: number; title: string }

/** Answers a request for review. What is written becomes a thread on the page. */
export function RequestAnswerForm({ action, request, title }: Props) {
  const form = useForm(action, {})
  const id = (name: string) => `${name}-${request}`
  const problems = form.problems.map(({ href, message }) => ({ href: id(href), message }))
  return (
    <details className="act" open={form.state.status !== 'idle'}>
      <summary>
        Answer<span className="vh"> about {title}</span>
      </summary>
      <form action={form.formAction} noValidate>
        <FormProblems state={form.state} problems={problems} />
        <input type="hidden" name="request" value={request} />
        <div key={form.stamp} className="fields">
          <Ticks
            id={id('answer')}
            type="radio"
            legend="Your answer"
            name="answer"
            options={ANSWERS.map((option) => ({ ...option, checked: form.text('answer') === option.value }))}
            error={form.error('answer')}
          />
          <TextArea
            id={id('body')}
            name="body"
            label="Your comments"
            hint="What you write is shown in the discussion of the page, with your name. Needed if you have comments."
            sayOptional={false}
            rows={4}
            value={form.text('body')}
            error={form.error('body')}
          />
        </div>
        <div className="buttons mt-4">
          <Button small disabled={form.pending}>
            {form.pending ? 'Sending …' : 'Send your answer'}
          </Button>
        </div>
      </form>
    </details>
  )
}
