'use client'

import { type ReactNode, useRef } from 'react'
import type { FormValues } from '@/lib/platform/form'
import { DraftButton } from '../drafts/draft-button'
import { DraftLine } from '../drafts/draft-line'
import { KeptNote } from '../drafts/kept-note'
import { LocalOffer } from '../drafts/local-offer'
import type { DraftPlace } from '../drafts/place'
import { useDraft } from '../drafts/use-draft'
import { FormProblems } from '../forms/form-problems'
import { type Form, type FormAction, useForm } from '../forms/use-form'
import { Button } from '../ui/button'
import { ConflictForm } from './conflict-form'
import type { EditState } from './edit-state'
import { FormSave } from './form-save'
import { pageFormId } from './page-form-id'

export type PageFormProps = {
  action: FormAction<EditState>
  draft: FormValues
  /** Names offered for the organisation. */
  organisations: string[]
  /** Null for a new page. `path` is where it is read. */
  page: { id: number; base: number; path?: string } | null
  /** The writer's own draft of it. */
  place: DraftPlace
  /** A new member's contribution waits for a moderator. */
  waits: boolean
}

/** What the form of every kind of page has in common: the version it stands on, what went wrong, and saving. */
export function PageForm(props: PageFormProps & { children: (form: Form) => ReactNode }) {
  const { action, draft, organisations, page, place, waits, children } = props
  const form = useForm<EditState>(action, draft)
  const { conflict, kept } = form.state
  const element = useRef<HTMLFormElement>(null)
  const autosave = useDraft(place, { form, element, isOpen: !conflict })
  const button = waits ? 'Send for review' : page ? 'Save' : 'Publish'
  const base = form.text('base') || page?.base
  if (conflict)
    return (
      <form action={form.formAction} noValidate className="editform" key={form.stamp}>
        <ConflictForm
          conflict={conflict}
          form={form}
          versionHref={page?.path ? `${page.path}/v/${conflict.against}` : null}
        />
      </form>
    )
  return (
    <form id={pageFormId} action={form.formAction} noValidate className="editform" ref={element}>
      <LocalOffer place={place} autosave={autosave} />
      {kept ? <KeptNote at={kept} /> : null}
      <FormProblems state={form.state} problems={form.problems} />
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
        <input type="hidden" name="writer" defaultValue={form.text('writer') || place.writer} />
        {/* Sent twice, by an impatient click or a lost answer, it is saved once. */}
        <input type="hidden" name="key" defaultValue={form.text('key') || place.writer} />
        {/* The first button of a form is the one that Enter presses: it must save, not add a row. */}
        <button type="submit" name="intent" value="enter" className="vh" tabIndex={-1} aria-hidden="true">
          {button}
        </button>
        {children(form)}
        <FormSave form={form} waits={waits} revising={page !== null} />
      </fieldset>
      <div className="buttons mt-8">
        <Button disabled={form.pending}>{form.pending ? 'Saving …' : button}</Button>
        <DraftButton autosave={autosave} />
      </div>
      <DraftLine autosave={autosave} said={kept ?? place.draft?.savedAt ?? null} />
    </form>
  )
}
