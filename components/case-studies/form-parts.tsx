import { Fragment, type ReactNode } from 'react'
import type { Place } from '@/lib/templates/vocabulary'
import { FormCommentLink } from '../discussions/form-comment-link'
import { MarkdownField } from '../editor/markdown-field'
import type { Form } from '../forms/use-form'
import { Shelf } from '../ui/shelf'
import { FormGaps } from './form-end'

type Part = { name: string; place?: Place; label: string; hint: string; required: boolean }

const PARTS: Part[] = [
  {
    name: 'context',
    place: 'context',
    label: 'Context',
    hint: 'What was the situation, and why did it need to change?',
    required: true,
  },
  {
    name: 'action',
    place: 'action',
    label: 'Action',
    hint: 'What was done, in the order it was done. Say what you would need to repeat it.',
    required: true,
  },
  {
    name: 'impact',
    place: 'impact',
    label: 'Impact',
    hint: 'What came of it, for whom, and how that is known.',
    required: true,
  },
  {
    name: 'happenedNext',
    label: 'What happened next',
    hint: 'Is it still in place? What changed since?',
    required: false,
  },
]

type Props = {
  form: Form
  /** A part that stands elsewhere in the form. */
  without?: string
  /** What the template asks after a part. */
  own: (place: Place) => ReactNode
}

/** The parts in prose. */
export function FormParts({ form, without, own }: Props) {
  return (
    <section aria-labelledby="parts">
      <Shelf
        id="parts"
        title="Context, action, impact"
        aside={<FormCommentLink field="context" part="context, action, impact" />}
      />
      <div className="formgrid one">
        {PARTS.map(({ name, place }) => (
          <Fragment key={name}>
            {name === without ? null : <PartField form={form} name={name} />}
            {place ? own(place) : null}
          </Fragment>
        ))}
        {without === 'gaps' ? null : <FormGaps form={form} />}
      </div>
    </section>
  )
}

/** One part in prose, by the name of its field; nothing for a name that is none. */
export function PartField({ form, name }: { form: Form; name: string }) {
  const part = PARTS.find((each) => each.name === name)
  if (!part) return null
  const { label, hint, required } = part
  return (
    <MarkdownField
      id={name}
      name={name}
      label={required ? label : `${label} (optional)`}
      hint={hint}
      required={required}
      rows={10}
      expectedWords={150}
      defaultValue={form.text(name)}
      error={form.error(name)}
    />
  )
}
