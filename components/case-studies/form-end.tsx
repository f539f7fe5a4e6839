import { noteMax } from '@/lib/case-studies/limits'
import type { Form } from '../forms/use-form'
import { CheckboxField } from '../ui/checkbox-field'
import { Shelf } from '../ui/shelf'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'

/** The open questions of a case: honest gaps are shown and invite an answer. */
export function FormGaps({ form }: { form: Form }) {
  return (
    <TextArea
      name="gaps"
      label="What we don’t know"
      hint="One question or gap on each line. Readers are asked to fill them."
      rows={5}
      value={form.text('gaps')}
      error={form.error('gaps')}
    />
  )
}

type ContactProps = { form: Form; addressKept: boolean }

/** The point person, only with their agreement. */
export function FormContact({ form, addressKept }: ContactProps) {
  const field = (name: string) => ({
    name: `contact.${name}`,
    value: form.text(`contact.${name}`),
    error: form.error(`contact.${name}`),
  })
  return (
    <section aria-labelledby="contact">
      <Shelf id="contact" title="Contact" />
      <p className="measure mb-6">
        Only someone who has agreed. A role and a shared mailbox are better than a name: they outlast people.
      </p>
      <div className="formgrid">
        <TextField {...field('name')} label="Name or role" />
        <TextField {...field('organisation')} label="Organisation" />
        <TextField
          {...field('email')}
          label="E-mail address"
          type="email"
          autoComplete="off"
          hint={addressKept ? 'A hidden address is kept. Leave this empty to keep it.' : undefined}
        />
        <TextField {...field('phone')} label="Telephone" type="tel" autoComplete="off" />
        <div className="full">
          <CheckboxField
            name="contact.byForm"
            label="Hide the address: people write through a form"
            hint="The address is kept apart from the page and its history."
            checked={form.text('contact.byForm') === 'on'}
          />
        </div>
      </div>
    </section>
  )
}

/** What changed, for the history; then the one button. */
export function FormSave({ form, waits }: { form: Form; waits: boolean }) {
  return (
    <section aria-labelledby="save">
      <Shelf id="save" title="Save" />
      <div className="formgrid one">
        <TextField
          name="note"
          label="What did you change?"
          hint="A few words for the history, such as “Added the 2024 figures”."
          required
          maxLength={noteMax}
          value={form.text('note')}
          error={form.error('note')}
        />
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
