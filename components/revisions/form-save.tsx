import type { Form } from '../forms/use-form'
import { CheckboxField } from '../ui/checkbox-field'
import { Shelf } from '../ui/shelf'
import { TextField } from '../ui/text-field'

/** What changed, for the history; then the one button. */
export function FormSave({ form, waits, revising }: { form: Form; waits: boolean; revising: boolean }) {
  return (
    <section aria-labelledby="save">
      <Shelf id="save" title="Save" />
      <div className="formgrid one">
        <TextField
          name="note"
          label="What did you change?"
          hint="A few words for the history, such as “Added the 2024 figures”."
          required
          value={form.text('note')}
          error={form.error('note')}
        />
        {revising ? (
          <CheckboxField
            name="minor"
            label="This is a minor edit"
            hint="A spelling mistake, a layout, a broken link. Readers can leave minor edits out of lists of changes."
            checked={form.text('minor') === 'on'}
          />
        ) : null}
      </div>
      {waits ? (
        <p className="measure mt-4">
          You are new here, so a moderator looks at this before it is published. You will see the answer in
          your account.
        </p>
      ) : null}
      <p className="measure mt-4 small">
        By saving you say that you may share this, that it holds no personal data but that of a contact who
        agreed, and no commercial secret.
      </p>
    </section>
  )
}
