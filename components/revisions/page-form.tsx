'use client'

import type { ReactNode } from 'react'
import type { FormValues } from '@/lib/platform/form'
import { FormProblems } from '../forms/form-problems'
import { type Form, type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { ClashNote, type EditState } from './clash-note'
import { FormSave } from './form-save'

export type PageFormProps = {
  action: FormAction<EditState>
  draft: FormValues
  /** Names offered for the organisation. */
  organisations: string[]
  /** Null for a new page. */
  page: { id: number; base: number } | null
  /** A new member's contribution waits for a moderator. */
  waits: boolean
}

/** What the form of every kind of page has in common: the version it stands on, what went wrong, and saving. */
export function PageForm(props: PageFormProps & { children: (form: Form) => ReactNode }) {
  const { action, draft, organisations, page, waits, children } = props
  const form = useForm<EditState>(action, draft)
  const { clash } = form.state
  const button = waits ? 'Send for review' : page ? 'Save' : 'Publish'
  const base = clash?.number ?? (form.text('base') || page?.base)
  return (
    <form action={form.formAction} noValidate className="editform">
      {clash ? <ClashNote clash={clash} /> : <FormProblems state={form.state} problems={form.problems} />}
      <datalist id="organisation-names">
        {organisations.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {/* Closed while a save is on its way: the answer draws the fields anew, and what was typed meanwhile would go. */}
      <fieldset
        key={form.stamp}
        role="presentation"
        className="editparts"
        disabled={form.pending}
        inert={form.pending}
      >
        <input type="hidden" name="page" defaultValue={page ? String(page.id) : ''} />
        <input type="hidden" name="base" defaultValue={String(base ?? '')} />
        {/* The first button of a form is the one that Enter presses: it must save, not add a row. */}
        <button type="submit" className="vh" tabIndex={-1} aria-hidden="true">
          {button}
        </button>
        {children(form)}
        <FormSave form={form} waits={waits} />
      </fieldset>
      <div className="buttons mt-8">
        <Button disabled={form.pending}>{form.pending ? 'Saving …' : button}</Button>
      </div>
    </form>
  )
}
