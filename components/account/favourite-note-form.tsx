'use client'

import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'

type Props = { action: FormAction; page: number; title: string; note: string; saved: boolean }

/** A person's own note beside one favourite. */
export function FavouriteNoteForm({ action, page, title, note, saved }: Props) {
  const form = useForm(action, { note })
  return (
    <form action={form.formAction} noValidate className="stack">
      <FormProblems
        state={form.state}
        problems={form.problems.map((problem) => ({ ...problem, href: `#note-${page}` }))}
      />
      <div key={form.stamp}>
        <input type="hidden" name="page" defaultValue={page} />
        <TextField
          id={`note-${page}`}
          name="note"
          label={
            <>
              Your note<span className="vh"> on {title}</span>
            </>
          }
          width="text"
          value={form.text('note')}
          error={form.error('note')}
        />
      </div>
      <div className="buttons">
        <Button kind="second" small>
          Save note<span className="vh"> on {title}</span>
        </Button>
        {saved && form.state.status === 'idle' ? (
          <span role="status" className="good">
            Note saved
          </span>
        ) : null}
      </div>
    </form>
  )
}
