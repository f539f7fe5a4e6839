'use client'

import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react'
import type { Form } from '../forms/use-form'
import { Autosave, type DraftState } from './autosave'
import { forget } from './local-copy'
import type { DraftPlace } from './place'

/** Told to the form when its draft is thrown away from elsewhere on the page. */
export const DISCARDED = 'draft-discarded'

type Shown = { form: Form; element: RefObject<HTMLFormElement | null>; isOpen: boolean }

/** Saves the form as a draft for as long as it is on the page and open. */
export function useDraft(place: DraftPlace, { form, element, isOpen }: Shown) {
  const [autosave] = useState(() => new Autosave(placeNow(place, form)))
  useEffect(() => {
    const path = location.pathname
    return () => forgetOnceSaved(autosave, path)
  }, [autosave])
  // biome-ignore lint/correctness/useExhaustiveDependencies: for as long as the form is there
  useEffect(() => {
    if (!isOpen || !element.current) return
    const end = watch(element.current, autosave)
    if (wasTypedEarly(element.current, form)) autosave.touched()
    return end
  }, [autosave, isOpen])
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each answer
  useEffect(() => {
    if (isOpen) autosave.resume()
  }, [autosave, form.stamp])
  return autosave
}

const OFF: DraftState = { is: 'off' }

export function useDraftState(autosave: Autosave): DraftState {
  return useSyncExternalStore(
    autosave.subscribe,
    () => autosave.state,
    () => OFF,
  )
}

/** Without scripts, and until they run, the form itself carries which draft it is. */
function placeNow(place: DraftPlace, form: Form): DraftPlace {
  const [id, version] = [Number(form.text('draft')), Number(form.text('draftVersion'))]
  const savedAt = place.draft?.savedAt ?? new Date(0).toISOString()
  return {
    ...place,
    writer: form.text('writer') || place.writer,
    draft: id && version ? { id, version, savedAt } : place.draft,
  }
}

function watch(form: HTMLFormElement, autosave: Autosave) {
  const ears = new AbortController()
  const on = (target: EventTarget, name: string, run: (event: Event) => void) =>
    target.addEventListener(name, run, { signal: ears.signal })

  autosave.start(form)
  on(form, 'input', autosave.touched)
  on(form, 'change', autosave.touched)
  on(form, 'submit', autosave.leave)
  on(window, 'pagehide', autosave.hurry)
  on(window, 'online', autosave.tryAgain)
  on(window, 'focus', autosave.tryAgain)
  on(document, 'visibilitychange', () => (document.hidden ? autosave.hurry() : autosave.tryAgain()))
  on(window, 'beforeunload', (event) => {
    if (autosave.state.is === 'refused' && !autosave.state.onDevice) event.preventDefault()
  })
  on(document, DISCARDED, autosave.discard)

  return () => {
    ears.abort()
    autosave.hurry()
    autosave.stop()
  }
}

// The next page is there. An error in its place leaves the address, and with it the copy, as they are.
function forgetOnceSaved(autosave: Autosave, path: string) {
  if (!autosave.isLeaving) return
  setTimeout(() => {
    if (location.pathname !== path) forget(autosave.key)
  }, 1000)
}

/** What somebody typed before the scripts ran. */
function wasTypedEarly(form: HTMLFormElement, { text }: Form): boolean {
  const typed = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'input:not([type=hidden], [type=checkbox], [type=radio]), textarea',
  )
  return [...typed].some(({ name, value }) => name && plain(value) !== plain(text(name)))
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}
