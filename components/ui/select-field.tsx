import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { describedBy, fieldId } from './field-id'
import { FieldLabel, FieldParts } from './field-parts'

export type SelectFieldProps = {
  id?: string
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  value?: string
  options: { value: string; label: string }[]
  width?: 'short' | 'date' | 'half' | 'text'
  required?: boolean
  sayOptional?: boolean
  className?: string
}

export function SelectField(props: SelectFieldProps) {
  const { name, label, hint, error, value, options, width, required, sayOptional, className } = props
  const id = props.id ?? fieldId(name)
  return (
    <div className={classNames('field', Boolean(error) && 'bad', className)}>
      <FieldLabel id={id} label={label} required={required} sayOptional={sayOptional} />
      <FieldParts id={id} hint={hint} error={error} />
      {/* React resets a form after its action; the key brings the chosen option back */}
      <select
        key={value}
        id={id}
        name={name}
        className={classNames(width && `w-${width}`)}
        defaultValue={value}
        aria-required={required || undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
