'use client'

import type { FormState } from '@/lib/platform/form'
import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { Note } from '../ui/note'
import { SelectField } from '../ui/select-field'
import { TextField } from '../ui/text-field'

/** `made` is the new token: its value is in this answer only. */
export type TokenState = FormState & { made?: { name: string; scope: 'read' | 'write'; value: string } }

type Props = {
  action: FormAction<TokenState>
  /** What this person writes is looked at first, and tokens cannot go that way. */
  waits: boolean
}

export function TokenForm({ action, waits }: Props) {
  const form = useForm<TokenState>(action, { name: '', scope: 'read' })
  return (
    <form action={form.formAction} noValidate>
      <FormProblems state={form.state} problems={form.problems} />
      {form.state.made ? <NewToken {...form.state.made} /> : null}
      <div key={form.stamp} className="fields mt-6">
        <TextField
          {...form.field('name')}
          label="What is it for?"
          hint="So that you know it again, such as “Contract register export”."
          width="half"
          required
        />
        <SelectField
          {...form.field('scope')}
          label="What may it do?"
          required
          hint={
            waits
              ? 'You are a new member, and what you write is looked at by a moderator first. Tokens can write once you are verified.'
              : 'Give it no more than the program needs.'
          }
          width="half"
          options={[
            { value: 'read', label: 'Read' },
            { value: 'write', label: 'Read, and write as me' },
          ]}
        />
      </div>
      <div className="buttons mt-6">
        <Button>Make the token</Button>
      </div>
    </form>
  )
}

function NewToken({ name, scope, value }: NonNullable<TokenState['made']>) {
  return (
    <Note kind="success" role="status" title={`Your new token “${name}”. Copy it now: it is not shown again`}>
      <p>
        <code className="token">{value}</code>
      </p>
      <p>
        {scope === 'write' ? 'Whoever has it can write as you.' : 'Whoever has it can read as you.'} Keep it
        where you keep passwords, never in a page, a mail or a program’s text. If it may have been seen,
        revoke it and make another.
      </p>
    </Note>
  )
}
