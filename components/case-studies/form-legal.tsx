import { NATIONS } from '@/lib/legal/vocabulary'
import { FormCommentLink } from '../discussions/form-comment-link'
import type { Form } from '../forms/use-form'
import { FormApprover } from '../legal/form-approvals'
import { FormFullRecord } from '../legal/form-full-record'
import { Note } from '../ui/note'
import { SelectField } from '../ui/select-field'
import { Shelf } from '../ui/shelf'
import { TextField } from '../ui/text-field'

/** The legal record: three questions for the hurried, all others folded below them. "Not known" is an answer. */
export function FormLegal({ form }: { form: Form }) {
  const field = (name: string) => form.field(`legalStatus.${name}`)
  return (
    <section aria-labelledby="legal">
      <Shelf
        id="legal"
        title="Legal status"
        aside={
          <>
            Needed before you publish <FormCommentLink field="legalStatus" part="legal status" />
          </>
        }
      />
      <p className="measure mb-6">
        Three answers are enough. Everything else then says “Not known”. “Not known” is an honest answer to
        these three as well, and readers will see it.
      </p>
      <div className="formgrid">
        <SelectField
          {...field('nation')}
          label="Which nation’s law applied?"
          hint="For a joint contract or framework: the nation of the body that led it."
          options={[
            { value: '', label: 'Choose one' },
            ...NATIONS.map((nation) => ({ value: nation, label: nation })),
          ]}
          required
        />
        <TextField
          {...field('commencedOn')}
          label="When did the procurement begin?"
          hint="As 2008, 2008-03 or 2008-03-14. It decides which law governs. Leave empty if not known."
          width="date"
          sayOptional={false}
        />
        <FormApprover form={form} />
      </div>
      <FormFullRecord form={form} />
      <div className="mt-6">
        <Note>Readers see this as a record, to judge for themselves. It is not legal advice.</Note>
      </div>
    </section>
  )
}
