'use client'

import type { FormValues } from '@/lib/platform/form'
import { MarkdownField } from '../editor/markdown-field'
import { FormProblems } from '../forms/form-problems'
import { type Form, type FormAction, useForm } from '../forms/use-form'
import { ClashNote, type EditState } from '../revisions/clash-note'
import { Button } from '../ui/button'
import { Shelf } from '../ui/shelf'
import { FormAbout, FormBasics } from './form-about'
import { FormContact, FormGaps, FormSave } from './form-end'
import { FormLabels, type TickHeading } from './form-labels'
import { FormLegal } from './form-legal'
import { FormResources, FormResults } from './form-results'

type Props = {
  action: FormAction<EditState>
  draft: FormValues
  headings: TickHeading[]
  organisations: string[]
  /** Null for a new case study. */
  page: { id: number; base: number } | null
  addressKept: boolean
  waits: boolean
}

/** The whole template on one page. It works without scripts; with them the prose fields get buttons. */
export function EditorForm({ action, draft, headings, organisations, page, addressKept, waits }: Props) {
  const form = useForm<EditState>(action, draft)
  const { clash } = form.state
  const button = waits ? 'Send for review' : page ? 'Save' : 'Publish'
  return (
    <form action={form.formAction} noValidate className="editform">
      {clash ? <ClashNote clash={clash} /> : <FormProblems state={form.state} problems={form.problems} />}
      <datalist id="organisation-names">
        {organisations.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div key={form.stamp} className="editparts">
        <input type="hidden" name="page" defaultValue={page ? String(page.id) : ''} />
        <input
          type="hidden"
          name="base"
          defaultValue={String(clash?.number ?? (form.text('base') || page?.base) ?? '')}
        />
        {/* The first button of a form is the one that Enter presses: it must save, not add a row. */}
        <button type="submit" className="vh" tabIndex={-1} aria-hidden="true">
          {button}
        </button>
        <FormBasics form={form} />
        <Parts form={form} />
        <FormResults form={form} />
        <FormLegal form={form} />
        <FormLabels form={form} headings={headings} />
        <FormResources form={form} />
        <FormAbout form={form} />
        <FormContact form={form} addressKept={addressKept} />
        <FormSave form={form} waits={waits} />
      </div>
      <div className="buttons mt-8">
        <Button disabled={form.pending}>{form.pending ? 'Saving …' : button}</Button>
      </div>
    </form>
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
