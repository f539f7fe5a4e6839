'use client'

import { lawVersionPath } from '@/lib/legal/paths'
import { LAW_KINDS, UK_NATIONS } from '@/lib/legal/vocabulary'
import { TYPES } from '@/lib/organisations/vocabulary'
import type { FormValues } from '@/lib/platform/form'
import { FormProblems } from '../forms/form-problems'
import { type Form, type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { CheckboxField } from '../ui/checkbox-field'
import { SelectField } from '../ui/select-field'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'
import { Ticks } from '../ui/ticks'
import { Effect } from './effect'
import type { LawFormState } from './law-form-state'
import { optionsOf } from './options'

type Props = {
  action: FormAction<LawFormState>
  draft: FormValues
  /** The other laws, by code: what may follow this one. */
  others: { code: string; name: string }[]
  next: number
  /** The names of the laws that end on the day on which this one begins. */
  ending: string[]
}

/** One law of the register. The effect on labels is looked at first; then the version is published. */
export function LawForm({ action, draft, others, next, ending }: Props) {
  const form = useForm<LawFormState>(action, draft)
  const { effect, newer } = form.state
  return (
    <form action={form.formAction} noValidate>
      <FormProblems state={form.state} problems={form.problems} />
      {newer ? (
        <p>
          <a href={lawVersionPath(newer)} target="_blank" rel="noopener">
            What version {newer} changed<span className="vh"> (opens in a new tab)</span>
          </a>
        </p>
      ) : null}
      <div key={form.stamp} className="mt-6">
        {['base', 'original', 'seen'].map((name) => (
          <input key={name} type="hidden" name={name} defaultValue={form.text(name)} />
        ))}
        <Fields form={form} others={others} ending={ending} />
        {effect ? <Effect effect={effect} /> : null}
        <div className="fields mt-8">
          <TextArea
            {...form.field('why')}
            label="Why the register changes"
            hint="Needed to publish. Readers see it beside the version, with your name."
            sayOptional={false}
            rows={3}
          />
        </div>
      </div>
      <div className="buttons mt-6">
        {effect ? (
          <>
            <Button name="intent" value="publish" disabled={form.pending}>
              Publish version {newer ? newer + 1 : next}
            </Button>
            <Button name="intent" value="preview" kind="second" disabled={form.pending}>
              Look at the effect again
            </Button>
          </>
        ) : (
          <Button name="intent" value="preview" disabled={form.pending}>
            See which labels would move
          </Button>
        )}
      </div>
    </form>
  )
}

function Fields({ form, others, ending }: Pick<Props, 'others' | 'ending'> & { form: Form }) {
  const field = (name: string) => ({ ...form.field(`law.${name}`), sayOptional: false })
  const ticks = (name: string, options: Record<string, string>) => {
    const chosen = form.list(`law.${name}`)
    return {
      name: `law.${name}[]`,
      error: form.error(`law.${name}`),
      options: optionsOf(options).map((option) => ({ ...option, checked: chosen.includes(option.value) })),
    }
  }
  return (
    <div className="formgrid">
      {form.text('original') ? null : (
        <TextField
          {...field('code')}
          label="Code"
          hint="Capital letters and digits, like PA2023. It stays."
        />
      )}
      <TextField {...field('name')} label="Name" className="full" required />
      <SelectField {...field('kind')} label="What it is" options={optionsOf(LAW_KINDS)} className="full" />
      <Ticks
        {...ticks('nations', UK_NATIONS)}
        legend="Nations"
        hint="None: it is not UK law."
        className="full"
        columns
      />
      <TextField
        {...field('from')}
        label="First day in force"
        hint="As 2025, 2025-02 or 2025-02-24. Leave empty if not known."
        width="date"
      />
      <TextField
        {...field('to')}
        label="First day on which it no longer governs a procurement that begins"
        hint="Empty: as long as no law that follows it has begun."
        width="date"
      />
      {ending.length > 0 ? (
        <div className="full">
          <CheckboxField
            name="along"
            label="If its first day moves, the laws that end on that day move with it"
            hint={ending.join('; ')}
            checked={form.text('along') !== ''}
          />
        </div>
      ) : null}
      <details className="example full">
        <summary>Types of body, where it is not for all ({form.list('law.bodyTypes').length} ticked)</summary>
        <div>
          <Ticks {...ticks('bodyTypes', TYPES)} legend="Types of body" hint="None: every type." columns />
        </div>
      </details>
      <details className="example full" open={Boolean(form.error('law.successors'))}>
        <summary>Laws that follow it ({form.list('law.successors').length} ticked)</summary>
        <div>
          <Ticks
            {...ticks('successors', Object.fromEntries(others.map(({ code, name }) => [code, name])))}
            legend="Followed by"
          />
        </div>
      </details>
      <TextArea
        {...field('transition')}
        label="The transition rule"
        hint="What becomes of contracts already made under it. It ends the sentence that says why a label is “Earlier rules”."
        rows={2}
        className="full"
      />
      <TextArea {...field('note')} label="What it is, in a sentence or two" rows={3} className="full" />
      <TextArea
        {...field('changes')}
        label="What changed, for whoever copies an older case"
        rows={4}
        className="full"
      />
      <TextField
        {...field('url')}
        label="Link to the law, or to a page about it"
        type="url"
        className="full"
      />
      <TextField {...field('changesUrl')} label="Link to what changed" type="url" className="full" />
    </div>
  )
}
