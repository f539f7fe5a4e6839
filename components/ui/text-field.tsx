import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, ReactNode } from 'react'
import { classNames } from './class-names'
import { describedBy, fieldId } from './field-id'
import { FieldLabel, FieldParts } from './field-parts'

export type TextFieldProps = {
  id?: string
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  value?: string
  type?: HTMLInputTypeAttribute
  width?: 'short' | 'date' | 'half' | 'text'
  autoComplete?: HTMLInputAutoCompleteAttribute
  required?: boolean
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url' | 'tel' | 'search'
  sayOptional?: boolean
  className?: string
  spellCheck?: boolean
  autoCapitalize?: string
  /** The id of a datalist whose names are offered while typing. */
  list?: string
}

/** One line of text. It has no limit in the browser, which would cut what is pasted unseen: the server says what is too long. */
export function TextField(props: TextFieldProps) {
  const {
    name,
    label,
    hint,
    error,
    value,
    type = 'text',
    width,
    required,
    sayOptional,
    className,
    ...rest
  } = props
  const id = props.id ?? fieldId(name)
  return (
    <div className={classNames('field', Boolean(error) && 'bad', className)}>
      <FieldLabel id={id} label={label} required={required} sayOptional={sayOptional} />
      <FieldParts id={id} hint={hint} error={error} />
      <input
        {...rest}
        id={id}
        name={name}
        type={type}
        className={classNames(width && `w-${width}`)}
        defaultValue={value}
        aria-required={required || undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </div>
  )
}
