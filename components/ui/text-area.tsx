import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { describedBy, fieldId } from './field-id'
import { FieldLabel, FieldParts } from './field-parts'

export type TextAreaProps = {
  id?: string
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  value?: string
  rows?: number
  width?: 'text'
  required?: boolean
  sayOptional?: boolean
  className?: string
  plainEditor?: boolean
}

/** Several lines of text. `plainEditor` is the editor's stand-in when scripts are off. */
export function TextArea(props: TextAreaProps) {
  const { name, label, hint, error, value, rows = 5, width, required, sayOptional, className } = props
  const id = props.id ?? fieldId(name)
  return (
    <div className={classNames('field', Boolean(error) && 'bad', className)}>
      <FieldLabel id={id} label={label} required={required} sayOptional={sayOptional} />
      <FieldParts id={id} hint={hint} error={error} />
      <textarea
        id={id}
        name={name}
        rows={rows}
        className={classNames(width && `w-${width}`, props.plainEditor && 'plain-editor')}
        defaultValue={value}
        aria-required={required || undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </div>
  )
}
