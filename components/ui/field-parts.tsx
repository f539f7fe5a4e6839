import type { ReactNode } from 'react'

export type FieldPartsProps = { id: string; hint?: ReactNode; error?: ReactNode }

/** Hint and error of a field, with the ids its control is described by. */
export function FieldParts({ id, hint, error }: FieldPartsProps) {
  return (
    <>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <p className="error" id={`${id}-error`}>
          <span className="vh">Error: </span>
          {error}
        </p>
      ) : null}
    </>
  )
}

export type FieldLabelProps = { id: string; label: ReactNode; required?: boolean; sayOptional?: boolean }

/** The words of a label; "(optional)" is said, never an asterisk. */
export function FieldLabel({ id, label, required, sayOptional = true }: FieldLabelProps) {
  return (
    <label htmlFor={id}>
      {label}
      {!required && sayOptional ? <span className="optional"> (optional)</span> : null}
    </label>
  )
}
