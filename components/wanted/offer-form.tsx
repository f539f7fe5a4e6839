'use client'

import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { CheckboxField } from '../ui/checkbox-field'
import { TextField } from '../ui/text-field'

type Props = {
  action: FormAction
  id: number
  /** Whether this person may say that the page answers the request. */
  settles: boolean
}

/** A page of the cupboard that may be what is looked for. */
export function OfferForm({ action, id, settles }: Props) {
  const form = useForm(action, { settles: settles ? 'yes' : '' })
  return (
    <form action={form.formAction} noValidate>
      <FormProblems state={form.state} problems={form.problems} />
      <div key={form.stamp} className="fields">
        <input type="hidden" name="id" defaultValue={id} />
        <TextField
          {...form.field('page')}
          label="Which page is it?"
          hint="The address of a case study or change story of the Cupboard, or its number."
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <TextField
          {...form.field('note')}
          label="What to look at in it"
          hint="One sentence. It is published with your name."
          sayOptional
        />
        {settles ? (
          <CheckboxField
            name="settles"
            value="yes"
            label="This answers the request"
            hint="It leaves the list of what is wanted, and everybody concerned is told."
            checked={form.text('settles') === 'yes'}
          />
        ) : null}
      </div>
      <div className="buttons mt-4">
        <Button disabled={form.pending}>Offer this page</Button>
      </div>
    </form>
  )
}
