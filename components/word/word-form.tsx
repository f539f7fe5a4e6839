'use client'

import type { ReactNode } from 'react'
import { fileMaxBytes } from '@/lib/media/limits'
import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { FileField, holdTooLarge } from '../media/file-field'
import { Button } from '../ui/button'

/** One Word file, to be read into the form. It works without scripts. */
export function WordForm({ action, children }: { action: FormAction; children: ReactNode }) {
  const form = useForm(action, {})
  return (
    <form action={form.formAction} onSubmit={holdTooLarge} noValidate>
      <FormProblems state={form.state} problems={form.problems} />
      {children}
      <div key={form.stamp} className="fields">
        <FileField
          name="file"
          label="Word file"
          hint="A .docx file up to 20 MB, without a password, macros or tracked changes. Choose it, or drop it here."
          error={form.error('file')}
          accept=".docx"
          maxBytes={fileMaxBytes}
          tooLarge="The file is larger than 20 MB. Make the pictures in it smaller and save it again."
        />
      </div>
      <div className="buttons mt-6">
        <Button disabled={form.pending}>{form.pending ? 'Reading the file …' : 'Fill in the form'}</Button>
      </div>
    </form>
  )
}
