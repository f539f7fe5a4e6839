'use client'

import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'

export function SignInForm({ action, back }: { action: FormAction; back: string }) {
  const form = useForm(action, { email: '', back })
  return (
    <form action={form.formAction} noValidate>
      <FormProblems state={form.state} problems={form.problems} />
      <div key={form.stamp} className="formgrid one">
        <input type="hidden" name="back" defaultValue={form.text('back')} />
        <TextField
          {...form.field('email')}
          label="E-mail address"
          type="email"
          autoComplete="username"
          required
          spellCheck={false}
        />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          required
          error={form.error('password')}
        />
      </div>
      <div className="buttons mt-6">
        <Button>Sign in</Button>
      </div>
    </form>
  )
}
