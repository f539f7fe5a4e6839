'use client'

import { reviewersMax } from '@/lib/review/limits'
import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { FieldGroup } from '../ui/field-group'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'

type Askable = { name: string; handle: string; organisation: string }
type Props = { action: FormAction; page: number; askable: Askable[]; byAddress: boolean }

/** Asks named people to look at a page by a day. */
export function RequestForm({ action, page, askable, byAddress }: Props) {
  const form = useForm(action, {})
  const problems = form.problems.map((problem) =>
    problem.href.startsWith('#people') ? { ...problem, href: '#people-1' } : problem,
  )
  return (
    <form action={form.formAction} noValidate>
      <FormProblems state={form.state} problems={problems} />
      <input type="hidden" name="page" value={page} />
      <div key={form.stamp} className="fields">
        <FieldGroup
          id="people"
          legend="Who should look at it?"
          hint={
            byAddress
              ? 'Choose people who are listed in the directory, or give the e-mail address of their account.'
              : 'Choose people who are listed in the directory.'
          }
          error={form.error('people')}
        >
          <div className="fields">
            {Array.from({ length: reviewersMax }, (_, index) => index + 1).map((number) => (
              <TextField
                key={number}
                id={`people-${number}`}
                name="people[]"
                label={number === 1 ? 'A person' : `Another person (${number})`}
                sayOptional={number === 2}
                required={number === 1}
                value={form.list('people')[number - 1] ?? ''}
                list="askable"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
              />
            ))}
          </div>
        </FieldGroup>
        <datalist id="askable">
          {askable.map(({ name, handle, organisation }) => (
            <option key={handle} value={`${name} (${handle})`}>
              {organisation}
            </option>
          ))}
        </datalist>
        <TextField
          {...form.field('dueOn')}
          type="date"
          label="By which day?"
          hint="A day within a year, like 2027-01-22."
          width="date"
          required
        />
        <TextArea
          {...form.field('note')}
          label="What should they look at?"
          hint="They and moderators read this. It is not published."
          rows={3}
        />
      </div>
      <div className="buttons mt-6">
        <Button disabled={form.pending}>{form.pending ? 'Sending …' : 'Ask them'}</Button>
      </div>
    </form>
  )
}
