'use client'

import type { ReactNode } from 'react'
import {
  CONFIRM_WORDS,
  FILE_WORDS,
  fileAccept,
  fileMaxBytes,
  IMAGE_WORDS,
  LICENCES,
} from '@/lib/media/limits'
import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { CheckboxField } from '../ui/checkbox-field'
import { Ticks } from '../ui/ticks'
import { FileField, holdTooLarge } from './file-field'

/** A file with what others may do with it; `children` is what to read before. It works without scripts. */
export function UploadForm({ action, children }: { action: FormAction; children: ReactNode }) {
  const form = useForm(action, {})
  return (
    <form action={form.formAction} onSubmit={holdTooLarge} noValidate>
      <FormProblems state={form.state} problems={form.problems} />
      {children}
      <div key={form.stamp} className="fields">
        <FileField
          name="file"
          label="File"
          hint={<TypesHint again={form.state.status !== 'idle'} />}
          error={form.error('file')}
          accept={fileAccept}
          maxBytes={fileMaxBytes}
          tooLarge="The file is larger than 20 MB. Make it smaller, or link it where it is."
        />
        <Ticks
          legend="What may others do with it?"
          hint="Readers see this next to the file."
          name="licence"
          type="radio"
          options={Object.entries(LICENCES).map(([value, label]) => ({
            value,
            label,
            checked: form.text('licence') === value,
          }))}
          error={form.error('licence')}
        />
        <CheckboxField
          name="confirm"
          label={CONFIRM_WORDS}
          required
          checked={form.text('confirm') === 'on'}
          error={form.error('confirm')}
        />
      </div>
      <div className="buttons mt-6">
        <Button disabled={form.pending}>{form.pending ? 'Uploading …' : 'Upload'}</Button>
      </div>
    </form>
  )
}

function TypesHint({ again }: { again: boolean }) {
  return (
    <>
      {again ? <strong>If you had chosen a file, choose it again: browsers forget it. </strong> : null}
      {FILE_WORDS} {IMAGE_WORDS} Choose one, or drop it here.
    </>
  )
}
