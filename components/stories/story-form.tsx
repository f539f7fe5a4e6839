'use client'

import { summaryMax } from '@/lib/case-studies/limits'
import { OrganisationField, RegionsField } from '../case-studies/form-about'
import { FormGaps } from '../case-studies/form-end'
import { FormLabels, type TickHeading } from '../case-studies/form-labels'
import { FormResources } from '../case-studies/form-results'
import { FormCommentLink } from '../discussions/form-comment-link'
import type { Form } from '../forms/use-form'
import { PageForm, type PageFormProps } from '../revisions/page-form'
import { Shelf } from '../ui/shelf'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'
import { type LinkedTitle, StagesFields } from './stages-fields'

type Props = PageFormProps & {
  headings: TickHeading[]
  /** The case studies that the stages link already. */
  linked: LinkedTitle[]
}

/** A whole change story on one page. It works without scripts; with them the stages get buttons. */
export function StoryForm({ headings, linked, ...common }: Props) {
  return (
    <PageForm {...common}>
      {(form) => (
        <>
          <Opening form={form} />
          <StagesFields form={form} linked={linked} />
          <Lessons form={form} />
          <FormResources form={form} noun="source" />
          <FormLabels form={form} headings={headings} />
          <About form={form} />
        </>
      )}
    </PageForm>
  )
}

function Opening({ form }: { form: Form }) {
  return (
    <section aria-labelledby="opening">
      <Shelf
        id="opening"
        title="Title and opening"
        aside={<FormCommentLink field="title" part="title and opening" />}
      />
      <div className="formgrid one">
        <TextField
          {...form.field('title')}
          label="Title"
          hint="The body, and what it changed from and to."
          required
        />
        <TextArea
          {...form.field('summary')}
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
  return (
    <section aria-labelledby="took">
      <Shelf
        id="took"
        title="What it took, and what to do first"
        aside={<FormCommentLink field="whatItTook" part="what it took" />}
      />
      <div className="formgrid one">
        <TextArea
          {...form.field('whatItTook.people')}
          label="People"
          hint="How many, of what kind."
          rows={2}
        />
        <TextArea
          {...form.field('whatItTook.time')}
          label="Time"
          hint="From the first step to the result."
          rows={2}
        />
        <TextArea
          {...form.field('whatItTook.money')}
          label="Money"
          hint="With its year, where it is known."
          rows={2}
        />
        <TextArea
          {...form.field('oneThing')}
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
  return (
    <section aria-labelledby="about">
      <Shelf
        id="about"
        title="Who, where and when"
        aside={<FormCommentLink field="organisation" part="who, where and when" />}
      />
      <div className="formgrid">
        <OrganisationField form={form} />
        <TextField {...form.field('period')} label="Period" hint="For example: early 2000s to 2019." />
        <RegionsField form={form} />
      </div>
    </section>
  )
}
