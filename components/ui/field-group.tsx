import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { describedBy } from './field-id'
import { FieldParts } from './field-parts'

export type FieldGroupProps = {
  id?: string
  legend: ReactNode
  hint?: ReactNode
  error?: ReactNode
  head?: boolean
  className?: string
  children: ReactNode
}

/** Fields that belong together. With `head`, the legend is set like a heading. */
export function FieldGroup({
  id = 'group',
  legend,
  hint,
  error,
  head,
  className,
  children,
}: FieldGroupProps) {
  return (
    <fieldset
      id={id === 'group' ? undefined : id}
      className={classNames('group', head && 'head', Boolean(error) && 'bad', className)}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend className="legend">{legend}</legend>
      <FieldParts id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  )
}
