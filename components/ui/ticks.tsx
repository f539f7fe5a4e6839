import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { FieldGroup } from './field-group'
import { fieldId } from './field-id'

export type TicksProps = {
  id?: string
  legend: ReactNode
  hint?: ReactNode
  name: string
  options: { value: string; label: ReactNode; hint?: ReactNode; checked: boolean }[]
  columns?: boolean
  type?: 'checkbox' | 'radio'
  error?: ReactNode
  hideLegend?: boolean
  className?: string
}

/** Boxes to tick, or one to choose. The first one carries the field's id, so an error summary can link to it. */
export function Ticks(props: TicksProps) {
  const { legend, hint, name, options, columns, type = 'checkbox', error, hideLegend, className } = props
  const id = props.id ?? fieldId(name)
  return (
    <FieldGroup
      id={`${id}-group`}
      legend={hideLegend ? <span className="vh">{legend}</span> : legend}
      hint={hint}
      error={error}
      className={className}
    >
      <div className={classNames('ticks', columns && 'columns')}>
        {options.map((option, position) => {
          const optionId = position === 0 ? id : `${id}-${position + 1}`
          return (
            <label className="tick" key={option.value} htmlFor={optionId}>
              <input
                id={optionId}
                type={type}
                name={name}
                value={option.value}
                defaultChecked={option.checked}
                aria-describedby={option.hint ? `${optionId}-hint` : undefined}
              />
              <span>{option.label}</span>
              {option.hint ? (
                <span className="desc" id={`${optionId}-hint`}>
                  {option.hint}
                </span>
              ) : null}
            </label>
          )
        })}
      </div>
    </FieldGroup>
  )
}
