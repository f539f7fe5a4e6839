'use client'

import { useActionState, useEffect, useLayoutEffect } from 'react'
import type { FormState, FormValue, FormValues } from '@/lib/platform/form'
import { giveBackEarlyTyping } from './early-typing'

export type FormAction<State extends FormState = FormState> = (
  previous: State,
  form: FormData,
) => Promise<State>

const idle: FormState = { status: 'idle', errors: [], values: null, stamp: 'first' }

/**
 * A form that works first without scripts. `initial` is what the fields hold before anything was sent; after an answer
 * they hold what was typed. Put `stamp` as the key of the fields, so that they are drawn anew.
 */
export function useForm<State extends FormState = FormState>(action: FormAction<State>, initial: FormValues) {
  const [state, formAction, pending] = useActionState<State, FormData>(
    action as never,
    idle as Awaited<State>,
  )
  const values = state.values ?? initial
  useLayoutEffect(giveBackEarlyTyping, [])
  useEffect(() => {
    if (state.status === 'invalid' || state.status === 'refused') focusOnProblem()
  }, [state])

  return {
    state,
    formAction,
    pending,
    stamp: state.stamp,
    values,
    text: (name: string) => textAt(values, name),
    list: (name: string) => listAt(values, name),
    rows: (name: string) => rowsAt(values, name),
    /** What a field of this name shows: spread it into the control. */
    field: (name: string) => ({ name, value: textAt(values, name), error: errorAt(state, name) }),
    error: (name: string) => errorAt(state, name),
    /** For the summary: every message with the field that it links to. */
    problems: state.errors.map(({ field, message }) => ({ href: `#${field.replaceAll('.', '-')}`, message })),
  }
}

function errorAt(state: FormState, name: string): string | undefined {
  return state.errors.find(({ field }) => field === name)?.message
}

function focusOnProblem() {
  const problem = document.querySelector<HTMLElement>('.error-summary, .note[role=alert]')
  problem?.focus()
  if (!document.title.startsWith('Error: ')) document.title = `Error: ${document.title}`
}

function valueAt(values: FormValues, name: string): FormValue | undefined {
  let at: FormValue | undefined = values
  for (const step of name.split('.')) {
    if (at === undefined || typeof at === 'string') return undefined
    at = Array.isArray(at) ? at[Number(step)] : at[step]
  }
  return at
}

function textAt(values: FormValues, name: string): string {
  const value = valueAt(values, name)
  return typeof value === 'string' ? value : ''
}

function listAt(values: FormValues, name: string): string[] {
  const value = valueAt(values, name)
  if (typeof value === 'string') return value ? [value] : []
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

function rowsAt(values: FormValues, name: string): FormValue[] {
  const value = valueAt(values, name)
  return Array.isArray(value) ? value : []
}

export type Form = ReturnType<typeof useForm>
