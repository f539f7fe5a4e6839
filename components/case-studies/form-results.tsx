import { CERTAINTIES, FORMATS, RESOURCE_KINDS } from '@/lib/case-studies/vocabulary'
import { newFilePath } from '@/lib/media/paths'
import { FormCommentLink } from '../discussions/form-comment-link'
import { RepeatedRows } from '../forms/repeated-rows'
import type { Form } from '../forms/use-form'
import { CheckboxField } from '../ui/checkbox-field'
import { SelectField } from '../ui/select-field'
import { Shelf } from '../ui/shelf'
import { TextField } from '../ui/text-field'

const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** Results as data. The first is the headline of the page and of every list. */
export function FormResults({ form }: { form: Form }) {
  return (
    <section aria-labelledby="results">
      <Shelf
        id="results"
        title="Results in figures"
        aside={
          <>
            The first is the headline <FormCommentLink field="results" part="results" />
          </>
        }
      />
      <p className="measure mb-6">
        Only figures that somebody measured or published. Leave it empty when there are none: readers see that
        too.
      </p>
      <RepeatedRows form={form} name="results" noun="result" titleOf={(prefix) => resultTitle(form, prefix)}>
        {(prefix) => <ResultFields form={form} prefix={prefix} />}
      </RepeatedRows>
    </section>
  )
}

function resultTitle(form: Form, prefix: string): string {
  const [measure, before, after] = ['measure', 'before', 'after'].map((name) =>
    form.text(`${prefix}.${name}`),
  )
  return measure ? `${measure}, ${before ? `${before} to ` : ''}${after}` : ''
}

function ResultFields({ form, prefix }: { form: Form; prefix: string }) {
  const field = (name: string) => ({ ...form.field(`${prefix}.${name}`), sayOptional: false })
  return (
    <div className="formgrid">
      <TextField
        {...field('measure')}
        label="What was measured"
        hint="For example: ingredients per meal."
        className="full"
      />
      <TextField {...field('before')} label="Before (if known)" width="half" />
      <TextField
        {...field('after')}
        label="After, or the result"
        hint="With its unit: 71.9p, 238 people, 25%."
        width="half"
      />
      <TextField {...field('unit')} label="Unit in words" hint="For example: pence a meal." />
      <TextField {...field('period')} label="Period" hint="For example: 2000 to 2010." />
      <TextField {...field('measuredBy')} label="Who measured it" />
      <TextField
        {...field('source')}
        label="Source"
        hint="The number of a link below, such as 2 or 1, 3, or a few words."
      />
      <SelectField
        {...field('certainty')}
        label="How sure is it?"
        options={optionsOf(CERTAINTIES)}
        className="full"
      />
    </div>
  )
}

/** Documents and links. Their numbers are what prose and results refer to. */
export function FormResources({ form, noun = 'link' }: { form: Form; noun?: string }) {
  return (
    <section aria-labelledby="resources">
      <Shelf
        id="resources"
        title="Documents and links"
        aside={<FormCommentLink field="resources" part="documents and links" />}
      />
      <p className="measure mb-6">
        The original case study, contracts, clauses, evaluations, news. In the text above refer to the second
        link as <code>[2](#source-2)</code>. A document that is nowhere on the web:{' '}
        <a href={newFilePath} target="_blank" rel="noopener">
          upload the file first (opens in a new tab)
        </a>{' '}
        and enter the address that you get.
      </p>
      <RepeatedRows
        form={form}
        name="resources"
        noun={noun}
        titleOf={(prefix) => form.text(`${prefix}.title`)}
      >
        {(prefix, index) => <ResourceFields form={form} prefix={prefix} index={index} />}
      </RepeatedRows>
    </section>
  )
}

function ResourceFields({ form, prefix, index }: { form: Form; prefix: string; index: number }) {
  const field = (name: string) => ({ ...form.field(`${prefix}.${name}`), sayOptional: false })
  const number = form.text(`${prefix}.number`)
  return (
    <div className="formgrid">
      <input type="hidden" name={`${prefix}.number`} defaultValue={number} />
      <TextField
        {...field('title')}
        label={`Title${number ? ` of number ${number}` : ''}`}
        className="full"
      />
      <TextField {...field('url')} label="Web address" type="url" inputMode="url" className="full" />
      <SelectField {...field('kind')} label="What is it?" options={optionsOf(RESOURCE_KINDS)} />
      <SelectField {...field('format')} label="Format" options={optionsOf(FORMATS)} />
      <TextField {...field('publisher')} label="Publisher" />
      <TextField {...field('date')} label="Its date" hint="2004, 2004-11 or 2004-11-20." width="date" />
      <TextField
        {...field('seenOn')}
        label="Last seen working"
        hint="A date, such as 2026-11-22."
        width="date"
      />
      <TextField {...field('note')} label="Note" />
      <div className="full">
        <CheckboxField
          name={`${prefix}.broken`}
          label="The link no longer works"
          checked={form.text(`${prefix}.broken`) === 'on'}
          id={`broken-${index}`}
        />
      </div>
    </div>
  )
}
