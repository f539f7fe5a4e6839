import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { describedBy, fieldId } from './field-id'

export type CheckboxFieldProps = {
  id?: string
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  value?: string
  checked?: boolean
  required?: boolean
}

/** One box to tick, on its own. */
export function CheckboxField(props: CheckboxFieldProps) {
  const { name, label, hint, error, value = 'on', checked, required } = props
  const id = props.id ?? fieldId(name)
  return (
    <div className={classNames('field', Boolean(error) && 'bad')}>
      {error ? (
        <p className="error" id={`${id}-error`}>
          <span className="vh">Error: </span>
          {error}
        </p>
      ) : null}
      <label className="tick" htmlFor={id}>
        <input
          id={id}
          name={name}
          type="checkbox"
          value={value}
          defaultChecked={checked}
          aria-required={required || undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
        />
        <span>{label}</span>
        {hint ? (
          <span className="desc" id={`${id}-hint`}>
            {hint}
          </span>
        ) : null}
      </label>
    </div>
  )
}
