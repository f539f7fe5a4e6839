'use client'

import { STANCES } from '@/lib/nomenclature/vocabulary'
import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { TextArea } from '../ui/text-area'
import { Ticks } from '../ui/ticks'

type Props = {
  action: FormAction
  id: number
  body: string
  taken: { stance: string; reason: string } | null
}

/** One position a public body, with a reason. Taken again, it replaces the one before. */
export function PositionForm({ action, id, body, taken }: Props) {
  const form = useForm(action, { stance: taken?.stance ?? '', reason: taken?.reason ?? '' })
  return (
    <form action={form.formAction} noValidate>
      <FormProblems state={form.state} problems={form.problems} />
      <div key={form.stamp} className="fields">
        <input type="hidden" name="changeId" defaultValue={id} />
        <Ticks
          type="radio"
          name="stance"
          legend={`How does ${body} stand?`}
          options={Object.entries(STANCES).map(([value, label]) => {
            return { value, label, checked: form.text('stance') === value }
          })}
          error={form.error('stance')}
        />
        <TextArea
          {...form.field('reason')}
          label="The reason"
          hint="It is published with the name of the public body and yours."
          required
          rows={4}
        />
      </div>
      <div className="buttons mt-4">
        <Button disabled={form.pending}>{taken ? 'Change the position' : 'Take this position'}</Button>
      </div>
    </form>
  )
}
