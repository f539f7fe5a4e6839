'use client'

import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'

/** Ends a request for review. */
export function RequestCloseForm({ action, request }: { action: FormAction; request: number }) {
  const form = useForm(action, {})
  return (
    <form action={form.formAction}>
      <FormProblems state={form.state} problems={[]} />
      <input type="hidden" name="request" value={request} />
      <Button kind="second" small disabled={form.pending}>
        Close this review
      </Button>
    </form>
  )
}
