'use client'

import type { ReactNode } from 'react'
import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'

type Props = {
  action: FormAction
  /** What is sent: names and values. */
  sent: Record<string, string | number>
  kind?: 'second' | 'warning'
  children: ReactNode
}

/** One button that does one thing to a request. */
export function PressForm({ action, sent, kind = 'second', children }: Props) {
  const form = useForm(action, {})
  return (
    <form action={form.formAction}>
      <FormProblems state={form.state} problems={form.problems} />
      {Object.entries(sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} defaultValue={value} />
      ))}
      <Button kind={kind} small disabled={form.pending}>
        {children}
      </Button>
    </form>
  )
}
