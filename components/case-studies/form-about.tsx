import { summaryMax, summaryMaxWords } from '@/lib/case-studies/limits'
import { EVIDENCE, HOMES, STATES } from '@/lib/case-studies/vocabulary'
import { REGIONS } from '@/lib/organisations/vocabulary'
import { FormCommentLink } from '../discussions/form-comment-link'
import type { Form } from '../forms/use-form'
import { SelectField } from '../ui/select-field'
import { Shelf } from '../ui/shelf'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'
import { Ticks } from '../ui/ticks'

const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** Title, summary and where the case study lives. */
export function FormBasics({ form }: { form: Form }) {
  return (
    <section aria-labelledby="basics">
      <Shelf
        id="basics"
        title="Title and summary"
        aside={<FormCommentLink field="title" part="title and summary" />}
      />
      <div className="formgrid one">
        <Ticks
          legend="Where does this case study live?"
          name="home"
          type="radio"
          options={Object.entries(HOMES).map(([value, label]) => ({
            value,
            label,
            checked: form.text('home') === value,
          }))}
          error={form.error('home')}
        />
        <TextField
          {...form.field('title')}
          label="Title"
          hint="What was done, not only the body’s name."
          required
        />
        <TextArea
          {...form.field('summary')}
          label="Summary"
          hint={`What was done and what came of it, in at most ${summaryMaxWords} words (${summaryMax} characters). It stands in every list.`}
          required
          rows={4}
        />
      </div>
    </section>
  )
}

/** Who, where, when and for how much. All of it may be left out. */
export function FormAbout({ form }: { form: Form }) {
  const { field } = form
  return (
    <section aria-labelledby="about">
      <Shelf
        id="about"
        title="Who, where and when"
        aside={<FormCommentLink field="organisation" part="who, where and when" />}
      />
      <div className="formgrid">
        <OrganisationField form={form} />
        <TextField {...field('partners')} label="Partners" hint="Other bodies and suppliers." />
        <RegionsField form={form} />
        <TextField
          {...field('startedOn')}
          label="Started"
          hint="A year, month or day: 2004, 2004-11 or 2004-11-20."
          width="date"
        />
        <TextField
          {...field('endedOn')}
          label="Ended"
          hint="Leave empty if it goes on, or if you do not know."
          width="date"
        />
        <TextField {...field('dateNote')} label="When, in words" hint="For example: about 2004 to now." />
        <TextField
          {...field('contractValue')}
          label="Contract value"
          hint="As a source gives it, for example £520,000 over 4½ years."
        />
        <SelectField {...field('state')} label="Is it still in place?" options={optionsOf(STATES)} required />
        <TextField {...field('stateAsOf')} label="As of" hint="The date of that knowledge." width="date" />
        <SelectField
          {...field('evidence')}
          label="How does the evidence stand?"
          options={Object.entries(EVIDENCE).map(([value, { name, meaning }]) => ({
            value,
            label: `${name}: ${meaning}`,
          }))}
          required
          className="full"
        />
        <TextField
          {...field('checkedOn')}
          label="Checked against its sources on"
          hint="Only if you compared it with its sources yourself."
          width="date"
        />
      </div>
    </section>
  )
}

export function OrganisationField({ form }: { form: Form }) {
  return (
    <TextField
      {...form.field('organisation')}
      label="Organisation"
      hint="The body that bought. Choose it from the list where it is there."
      list="organisation-names"
      autoComplete="off"
    />
  )
}

/** The regions a page is about, as tick boxes. */
export function RegionsField({ form }: { form: Form }) {
  const ticked = form.list('regions')
  return (
    <Ticks
      className="full"
      legend="Regions"
      name="regions[]"
      columns
      options={REGIONS.map((region) => ({ value: region, label: region, checked: ticked.includes(region) }))}
      error={form.error('regions')}
    />
  )
}
