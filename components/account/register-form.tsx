'use client'

import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'

export function RegisterForm({ action, passwordMin }: { action: FormAction; passwordMin: number }) {
  const form = useForm(action, { name: '', email: '' })
  return (
    <form action={form.formAction} noValidate>
      <FormProblems state={form.state} problems={form.problems} />
      <div key={form.stamp} className="fields">
        <TextField
          {...form.field('name')}
          label="Your name"
          hint="As colleagues know you. It is shown beside what you write."
          autoComplete="name"
          required
        />
        <TextField
          {...form.field('email')}
          label="E-mail address"
          hint="Your work address if you have one. Readers never see it."
          type="email"
          autoComplete="username"
          required
          spellCheck={false}
        />
        <NewPassword min={passwordMin} error={form.error('password')} />
      </div>
      <div className="buttons mt-6">
        <Button>Make my account</Button>
      </div>
    </form>
  )
}

function NewPassword({ min, error }: { min: number; error?: string }) {
  return (
    <TextField
      name="password"
      label="Password"
      hint={`At least ${min} characters. Three or four words that do not belong together are strong and easy to keep in mind. Use one that you use nowhere else.`}
      type="password"
      autoComplete="new-password"
      required
      error={error}
    />
  )
}
