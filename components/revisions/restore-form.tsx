'use client'

import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'

type Props = { action: FormAction; page: number; number: number; base: number }

/** Restoring makes a new version; nothing is lost by it. */
export function RestoreForm({ action, page, number, base }: Props) {
  const form = useForm(action, {})
  return (
    <form action={form.formAction} className="buttons">
      <FormProblems state={form.state} problems={form.problems} />
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="base" value={base} />
      <Button kind="second">Restore version {number}</Button>
      <p className="small quiet">Restoring makes a new version. Nothing is lost.</p>
    </form>
  )
}
