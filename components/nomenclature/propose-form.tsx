'use client'

import { useEffect, useRef } from 'react'
import type { Effect } from '@/lib/nomenclature/effect'
import type { ChangeKind } from '@/lib/nomenclature/vocabulary'
import type { FormState, FormValues } from '@/lib/platform/form'
import { FormProblems } from '../forms/form-problems'
import { type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'
import { EffectView } from './effect-view'
import { type Choice, KindFields } from './kind-fields'

/** The effect of what stands in the form, once it was asked for. */
export type ProposeState = FormState & { effect?: Effect }
type Props = {
  action: FormAction<ProposeState>
  kind: ChangeKind
  initial: FormValues
  /** Headings to choose from; places are those that something may stand under. */
  choices: { headings: Choice[]; places: Choice[]; beside: Choice[] }
}

/** Proposes a change: first its effect is shown, then it is put up for review. */
export function ProposeForm({ action, kind, initial, choices }: Props) {
  const form = useForm<ProposeState>(action, initial)
  const { effect } = form.state
  const shown = useRef<HTMLElement>(null)
  useEffect(() => {
    if (effect) shown.current?.focus()
  }, [effect])
  return (
    <form action={form.formAction} noValidate>
      <FormProblems state={form.state} problems={form.problems} />
      {effect ? (
        <section className="panel effect" aria-labelledby="effect" tabIndex={-1} ref={shown}>
          <h2 id="effect" className="plain">
            What it would do
          </h2>
          <EffectView effect={effect} />
          <div className="buttons mt-6">
            <Button name="intent" value="send" disabled={form.pending}>
              Propose it
            </Button>
          </div>
        </section>
      ) : null}
      <div key={form.stamp} className="fields mt-6">
        <input type="hidden" name="proposal.kind" defaultValue={kind} />
        {effect ? (
          <input
            type="hidden"
            name="previewed"
            defaultValue={JSON.stringify(form.values.proposal)}
            readOnly
          />
        ) : null}
        <KindFields form={form} kind={kind} choices={choices} />
        <TextArea
          {...form.field('reason')}
          label="Why"
          hint="What goes wrong today, and for whom it would be better. It is published with your name."
          required
          rows={4}
        />
        <TextField
          {...form.field('closesOn')}
          type="date"
          label="Public bodies can take a position until"
          hint="A day within a year, like 2027-01-22."
          width="date"
          required
        />
      </div>
      <div className="buttons mt-6">
        <Button name="intent" value="preview" kind={effect ? 'second' : undefined} disabled={form.pending}>
          {effect ? 'Show the effect again' : 'Show what it would do'}
        </Button>
      </div>
    </form>
  )
}
