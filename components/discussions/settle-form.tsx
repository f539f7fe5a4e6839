'use client'

import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'

type Props = { action: FormAction; thread: { id: number; title: string }; resolved: boolean }

/** Resolves a thread or takes it up again. */
export function SettleForm({ action, thread, resolved }: Props) {
  const form = useForm(action, {})
  return (
    <form action={form.formAction} className="settle">
      <FormProblems state={form.state} problems={[]} />
      <input type="hidden" name="thread" value={thread.id} />
      <Button kind="second" small icon={resolved ? 'undo' : 'tick'} disabled={form.pending}>
        {resolved ? 'Reopen' : 'Resolve'}
        <span className="vh">: {thread.title}</span>
      </Button>
    </form>
  )
}
