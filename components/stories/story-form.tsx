'use client'

import { summaryMax, titleMax } from '@/lib/case-studies/limits'
import { REGIONS } from '@/lib/organisations/vocabulary'
import type { FormValues } from '@/lib/platform/form'
import { OrganisationField } from '../case-studies/form-about'
import { FormGaps, FormSave } from '../case-studies/form-end'
import { FormLabels, type TickHeading } from '../case-studies/form-labels'
import { FormResources } from '../case-studies/form-results'
import { FormProblems } from '../forms/form-problems'
import { type Form, type FormAction, useForm } from '../forms/use-form'
import { ClashNote, type EditState } from '../revisions/clash-note'
import { Button } from '../ui/button'
import { Shelf } from '../ui/shelf'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'
import { Ticks } from '../ui/ticks'
import { type LinkedTitle, StagesFields } from './stages-fields'

type Props = {
  action: FormAction<EditState>
  draft: FormValues
  headings: TickHeading[]
  organisations: string[]
  /** The case studies that the stages link already. */
  linked: LinkedTitle[]
  /** Null for a new story. */
  page: { id: number; base: number } | null
  waits: boolean
}

/** A whole change story on one page. It works without scripts; with them the stages get buttons. */
export function StoryForm({ action, draft, headings, organisations, linked, page, waits }: Props) {
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
        <Opening form={form} />
        <StagesFields form={form} linked={linked} />
        <Lessons form={form} />
        <FormResources form={form} noun="source" />
        <FormLabels form={form} headings={headings} />
        <About form={form} />
        <FormSave form={form} waits={waits} />
      </div>
      <div className="buttons mt-8">
        <Button disabled={form.pending}>{form.pending ? 'Saving …' : button}</Button>
      </div>
    </form>
  )
}

const fieldOf = (form: Form) => (name: string) => ({ name, value: form.text(name), error: form.error(name) })

function Opening({ form }: { form: Form }) {
  const field = fieldOf(form)
  return (
    <section aria-labelledby="opening">
      <Shelf id="opening" title="Title and opening" />
      <div className="formgrid one">
        <TextField
          {...field('title')}
          label="Title"
          hint="The body, and what it changed from and to."
          required
          maxLength={titleMax}
        />
        <TextArea
          {...field('summary')}
          label="Opening"
          hint={`What changed, in a sentence or two (at most ${summaryMax} characters). It stands in every list.`}
          required
          rows={4}
        />
      </div>
    </section>
  )
}

/** What a reader takes away from the story. */
function Lessons({ form }: { form: Form }) {
  const field = fieldOf(form)
  return (
    <section aria-labelledby="took">
      <Shelf id="took" title="What it took, and what to do first" />
      <div className="formgrid one">
        <TextArea {...field('whatItTook.people')} label="People" hint="How many, of what kind." rows={2} />
        <TextArea
          {...field('whatItTook.time')}
          label="Time"
          hint="From the first step to the result."
          rows={2}
        />
        <TextArea
          {...field('whatItTook.money')}
          label="Money"
          hint="With its year, where it is known."
          rows={2}
        />
        <TextArea
          {...field('oneThing')}
          label="If you only do one thing"
          hint="What you would tell somebody who has time for one step."
          rows={3}
        />
        <FormGaps form={form} />
      </div>
    </section>
  )
}

function About({ form }: { form: Form }) {
  const regions = form.list('regions')
  return (
    <section aria-labelledby="about">
      <Shelf id="about" title="Who, where and when" />
      <div className="formgrid">
        <OrganisationField form={form} />
        <TextField {...fieldOf(form)('period')} label="Period" hint="For example: early 2000s to 2019." />
        <Ticks
          className="full"
          legend="Regions"
          name="regions[]"
          columns
          options={REGIONS.map((region) => ({
            value: region,
            label: region,
            checked: regions.includes(region),
          }))}
          error={form.error('regions')}
        />
      </div>
    </section>
  )
}
