'use client'

import type { FormValues } from '@/lib/platform/form'
import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'
import { ConflictForm, HiddenValues } from './conflict-form'
import type { EditState } from './edit-state'

type Props = {
  action: FormAction<EditState>
  /** The page as it was before the change, as an edit of the version that made it. */
  values: FormValues
  pagePath: string
}

/** Takes one change back as an edit that is merged with everything that came later. */
export function UndoForm({ action, values, pagePath }: Props) {
  const form = useForm<EditState>(action, values)
  const { conflict } = form.state
  return (
    <form action={form.formAction} noValidate className="editform" key={form.stamp}>
      {conflict ? (
        <ConflictForm conflict={conflict} form={form} versionHref={`${pagePath}/v/${conflict.against}`} />
      ) : (
        <>
          <FormProblems state={form.state} problems={form.problems} />
          <HiddenValues values={withoutNote(form.values)} />
          <div className="formgrid one">
            <TextField
              name="note"
              label="Why do you undo it?"
              hint="A few words for the history."
              required
              value={form.text('note')}
              error={form.error('note')}
            />
          </div>
          <div className="buttons mt-8">
            <Button disabled={form.pending}>{form.pending ? 'Saving …' : 'Undo this change'}</Button>
          </div>
        </>
      )}
    </form>
  )
}

function withoutNote({ note: _note, ...values }: FormValues): FormValues {
  return values
}
