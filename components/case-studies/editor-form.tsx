'use client'

import { MarkdownField } from '../editor/markdown-field'
import type { Form } from '../forms/use-form'
import { PageForm, type PageFormProps } from '../revisions/page-form'
import { Shelf } from '../ui/shelf'
import { FormAbout, FormBasics } from './form-about'
import { FormContact, FormGaps } from './form-end'
import { FormLabels, type TickHeading } from './form-labels'
import { FormLegal } from './form-legal'
import { FormResources, FormResults } from './form-results'

type Props = PageFormProps & { headings: TickHeading[]; addressKept: boolean }

/** The whole template on one page. It works without scripts; with them the prose fields get buttons. */
export function EditorForm({ headings, addressKept, ...common }: Props) {
  return (
    <PageForm {...common}>
      {(form) => (
        <>
          <FormBasics form={form} />
          <Parts form={form} />
          <FormResults form={form} />
          <FormLegal form={form} />
          <FormLabels form={form} headings={headings} />
          <FormResources form={form} />
          <FormAbout form={form} />
          <FormContact form={form} addressKept={addressKept} />
        </>
      )}
    </PageForm>
  )
}

const PARTS = [
  {
    name: 'context',
    label: 'Context',
    hint: 'What was the situation, and why did it need to change?',
    required: true,
  },
  {
    name: 'action',
    label: 'Action',
    hint: 'What was done, in the order it was done. Say what you would need to repeat it.',
    required: true,
  },
  {
    name: 'impact',
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

function Parts({ form }: { form: Form }) {
  return (
    <section aria-labelledby="parts">
      <Shelf id="parts" title="Context, action, impact" />
      <div className="formgrid one">
        {PARTS.map(({ name, label, hint, required }) => (
          <MarkdownField
            key={name}
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
        ))}
        <FormGaps form={form} />
      </div>
    </section>
  )
}
