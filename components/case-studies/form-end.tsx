import { FormCommentLink } from '../discussions/form-comment-link'
import type { Form } from '../forms/use-form'
import { CheckboxField } from '../ui/checkbox-field'
import { Shelf } from '../ui/shelf'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'

/** The open questions of a case: honest gaps are shown and invite an answer. */
export function FormGaps({ form }: { form: Form }) {
  return (
    <TextArea
      {...form.field('gaps')}
      label="What we don’t know"
      hint="One question or gap on each line. Readers are asked to fill them."
      rows={5}
    />
  )
}

type ContactProps = { form: Form; addressKept: boolean }

/** The point person, only with their agreement. */
export function FormContact({ form, addressKept }: ContactProps) {
  const field = (name: string) => form.field(`contact.${name}`)
  return (
    <section aria-labelledby="contact">
      <Shelf id="contact" title="Contact" aside={<FormCommentLink field="contact" part="contact" />} />
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
