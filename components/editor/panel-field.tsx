import type { ReactNode } from 'react'

type Described = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }
type PanelFieldProps = {
  id: string
  label: string
  hint?: string
  error?: string
  children: (described: Described) => ReactNode
}

/** A field of a panel. It has no name, so the form around it does not send it. */
export function PanelField({ id, label, hint, error, children }: PanelFieldProps) {
  const describedBy = [hint && `${id}-hint`, `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p className="error" id={`${id}-error`} role="alert">
        {error}
      </p>
      {children({ id, 'aria-describedby': describedBy, ...(error && { 'aria-invalid': true as const }) })}
    </div>
  )
}

type PanelTickProps = {
  id: string
  isTicked: boolean
  onTick: (isTicked: boolean) => void
  error?: string
  children: ReactNode
}

export function PanelTick({ id, isTicked, onTick, error, children }: PanelTickProps) {
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <p className="error" id={`${id}-error`} role="alert">
        {error}
      </p>
      <label className="tick" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={isTicked}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-error`}
          onChange={(event) => onTick(event.target.checked)}
        />
        <span>{children}</span>
      </label>
    </div>
  )
}
