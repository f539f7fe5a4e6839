'use client'

import { FREQUENCIES } from '@/lib/following/vocabulary'
import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { CheckboxField } from '../ui/checkbox-field'
import { SelectField } from '../ui/select-field'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'
import { type AreaShelf, AreasField } from './areas-field'
import { OrganisationField } from './organisation-field'

type Initial = Record<
  'name' | 'jobTitle' | 'organisation' | 'region' | 'about' | 'canHelpWith' | 'listed' | 'mailFrequency',
  string
>
type Props = {
  action: FormAction
  initial: Initial & { helpCategories: string[] }
  organisations: string[]
  regions: readonly string[]
  shelves: AreaShelf[]
}

/** What a person says about themselves, and whether others may find them by it. */
export function SettingsForm({ action, initial, organisations, regions, shelves }: Props) {
  const form = useForm(action, initial)
  return (
    <form action={form.formAction} noValidate>
      <FormProblems state={form.state} problems={form.problems} />
      <div key={form.stamp} className="fields">
        <WhoFields form={form} organisations={organisations} regions={regions} />
        <HelpFields form={form} shelves={shelves} />
        <MailField form={form} />
      </div>
      <div className="buttons mt-6">
        <Button>Save settings</Button>
      </div>
    </form>
  )
}

type Form = ReturnType<typeof useForm>

function MailField({ form }: { form: Form }) {
  return (
    <SelectField
      {...form.field('mailFrequency')}
      label="Mail about what you watch"
      hint="Each mail says what changed and why you get it, and can be stopped with one press."
      options={Object.entries(FREQUENCIES).map(([value, label]) => ({ value, label }))}
    />
  )
}

type WhoProps = { form: Form } & Pick<Props, 'organisations' | 'regions'>

function WhoFields({ form, organisations, regions }: WhoProps) {
  return (
    <>
      <TextField
        {...form.field('name')}
        label="Your name"
        hint="Shown beside what you write, and in the history of pages."
        autoComplete="name"
        required
      />
      <TextField {...form.field('jobTitle')} label="Your job" />
      <OrganisationField
        names={organisations}
        value={form.text('organisation')}
        error={form.error('organisation')}
      />
      <SelectField
        {...form.field('region')}
        label="Your region"
        width="half"
        options={[
          { value: '', label: 'Not said' },
          ...regions.map((region) => ({ value: region, label: region })),
        ]}
      />
    </>
  )
}

function HelpFields({ form, shelves }: { form: Form } & Pick<Props, 'shelves'>) {
  return (
    <>
      <TextArea {...form.field('about')} label="About you" rows={4} />
      <TextField
        {...form.field('canHelpWith')}
        label="What you can help with"
        hint="In your own words, such as “splitting food contracts into small lots”."
      />
      <AreasField
        name="helpCategories"
        legend="Areas you can help with"
        hint="Open a shelf and tick. People are found by these and by everything above them."
        shelves={shelves}
        ticked={form.list('helpCategories')}
        error={form.error('helpCategories')}
      />
      <CheckboxField
        name="listed"
        value="on"
        label="List me in the people directory"
        hint="Everyone then sees your name, job, organisation, region, what you say about yourself and what you can help with, and the pages you wrote. Your e-mail address stays hidden. Untick it and you are gone from the directory at once."
        checked={form.text('listed') === 'on'}
        error={form.error('listed')}
      />
    </>
  )
}
