'use client'

import { FormProblems } from '../forms/form-problems'
import { type Form, type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { SelectField } from '../ui/select-field'
import { TextArea } from '../ui/text-area'

export type SplitChoices = {
  caseStudies: { id: number; title: string }[]
  /** The headings that it is split into, in their order. */
  into: string[]
  default: number
}
type Props = { action: FormAction; id: number; split: SplitChoices | null }

/** Applies or declines a proposal in the words of the decision, which are published. */
export function DecideForm({ action, id, split }: Props) {
  const form = useForm(action, { decision: '' })
  return (
    <form action={form.formAction} noValidate>
      <FormProblems state={form.state} problems={form.problems} />
      <div key={form.stamp} className="fields">
        <input type="hidden" name="changeId" defaultValue={id} />
        <TextArea
          {...form.field('decision')}
          label="The decision"
          hint="What was decided and why, in the words that are published."
          required
          rows={4}
        />
        {split ? <ChoiceFields form={form} split={split} /> : null}
      </div>
      <div className="buttons mt-4">
        <Button name="verdict" value="apply" disabled={form.pending}>
          Apply the change
        </Button>
        <Button name="verdict" value="decline" kind="second" disabled={form.pending}>
          Decline it
        </Button>
      </div>
    </form>
  )
}

function ChoiceFields({ form, split }: { form: Form; split: SplitChoices }) {
  const { caseStudies, into, default: rest } = split
  if (caseStudies.length === 0) return null
  const others = into.flatMap((label, index) => (index === rest ? [] : [{ value: String(index), label }]))
  return (
    <details className="entry-fold" open={form.rows('choices').length > 0}>
      <summary>Choose for single case studies ({caseStudies.length})</summary>
      <p className="small quiet mt-3">Each goes to {into[rest]} unless you choose otherwise here.</p>
      <div className="fields mt-3">
        {caseStudies.map(({ id, title }, index) => (
          <div key={id}>
            <input type="hidden" name={`choices.${index}.pageId`} defaultValue={id} />
            <SelectField
              name={`choices.${index}.targets`}
              label={title}
              sayOptional={false}
              width="half"
              value={chosen(form, id)}
              options={[{ value: '', label: into[rest] ?? '' }, ...others]}
            />
          </div>
        ))}
      </div>
    </details>
  )
}

/** After an answer the rows that were chosen stand close together: the page tells which is which. */
function chosen(form: Form, id: number): string {
  for (const row of form.rows('choices')) {
    if (typeof row !== 'object' || Array.isArray(row)) continue
    if (row.pageId === String(id) && typeof row.targets === 'string') return row.targets
  }
  return ''
}
