'use client'

import type { FormValues } from '@/lib/platform/form'
import { BODY_GROUPS, LOOKING_FOR, WANTED_NATIONS } from '@/lib/wanted/vocabulary'
import { type AreaShelf, AreasField } from '../account/areas-field'
import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { SelectField } from '../ui/select-field'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'
import { Ticks } from '../ui/ticks'

type Props = { action: FormAction; initial: FormValues; shelves: AreaShelf[] }

/** What somebody looks for, and what they need it for. */
export function AskForm({ action, initial, shelves }: Props) {
  const form = useForm(action, initial)
  return (
    <form action={form.formAction} noValidate>
      <FormProblems state={form.state} problems={form.problems} />
      <div key={form.stamp} className="fields">
        <TextField
          {...form.field('title')}
          label="What do you look for?"
          hint="A few words, as you would put it to a colleague: “A vending contract with healthy food”."
          required
        />
        <TextArea
          {...form.field('purpose')}
          label="What do you need it for?"
          hint="What you are about to buy or decide, and what you have found so far. It is published with your name."
          rows={5}
          required
        />
        <Ticks
          type="radio"
          name="lookingFor"
          legend="What would help?"
          options={Object.entries(LOOKING_FOR).map(([value, label]) => {
            return { value, label, checked: form.text('lookingFor') === value }
          })}
          error={form.error('lookingFor')}
        />
        <AreasField
          name="categories"
          legend="Where would it stand?"
          hint="Open a shelf and tick, six areas at most. Whoever reads about an area sees what is wanted there."
          shelves={shelves}
          ticked={form.list('categories')}
          error={form.error('categories')}
        />
        <SelectField
          {...form.field('nation')}
          label="Nation"
          hint="If it matters: each nation has procurement laws of its own."
          options={anyOr('Any', WANTED_NATIONS)}
          width="half"
        />
        <SelectField
          {...form.field('bodyGroup')}
          label="Kind of body"
          hint="If it matters: a hospital buys in other ways than a council."
          options={anyOr('Any', BODY_GROUPS)}
          width="half"
        />
      </div>
      <div className="buttons mt-6">
        <Button disabled={form.pending}>{form.pending ? 'Sending …' : 'Ask for it'}</Button>
      </div>
    </form>
  )
}

function anyOr(any: string, words: Record<string, string>) {
  return [{ value: '', label: any }, ...Object.entries(words).map(([value, label]) => ({ value, label }))]
}
