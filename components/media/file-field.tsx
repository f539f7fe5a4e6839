'use client'

import { type ReactNode, useState } from 'react'
import { classNames } from '../ui/class-names'
import { describedBy } from '../ui/field-id'
import { FieldLabel, FieldParts } from '../ui/field-parts'

type Props = {
  name: string
  label: string
  /** Said before anybody chooses: the types and how large. */
  hint: ReactNode
  error?: string
  accept: string
  maxBytes: number
  tooLarge: string
}

/**
 * One file, chosen or dropped onto the field. A file that is too large is noticed before it is sent; the server looks
 * again.
 */
export function FileField({ name, label, hint, error, accept, maxBytes, tooLarge }: Props) {
  const [found, setFound] = useState<string | undefined>()
  const problem = found ?? error
  const check = (input: HTMLInputElement) => {
    const message = (input.files?.[0]?.size ?? 0) > maxBytes ? tooLarge : ''
    input.setCustomValidity(message)
    setFound(message || undefined)
  }
  return (
    <div className={classNames('field', Boolean(problem) && 'bad')}>
      <FieldLabel id={name} label={label} required />
      <FieldParts id={name} hint={hint} error={problem} />
      <input
        id={name}
        name={name}
        type="file"
        className="drop-zone"
        accept={accept}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(name, hint, problem)}
        onChange={(event) => check(event.currentTarget)}
      />
    </div>
  )
}

/** For a form with `noValidate`: holds back what FileField found too large, which would be sent for nothing. */
export function holdTooLarge(event: React.FormEvent<HTMLFormElement>): void {
  const field = event.currentTarget.querySelector<HTMLInputElement>('input[type=file]')
  if (!field?.validity.customError) return
  event.preventDefault()
  field.focus()
}
