import type { ReactNode } from 'react'
import { classNames } from './class-names'
import type { Section } from './section'

export type LabelProps = { section?: Section | 'type' | 'story'; href?: string; children: ReactNode }

/** A jar label: type or section, always with its word. */
export function Label({ section = 'docs', href, children }: LabelProps) {
  const className = classNames('label', section)
  return href ? (
    <a className={className} href={href}>
      {children}
    </a>
  ) : (
    <span className={className}>{children}</span>
  )
}

export type LabelsProps = { hang?: boolean; bare?: boolean; className?: string; children: ReactNode }

/** Labels in a row. `hang` draws the board they hang from; `bare` hangs them from a board that is already there. */
export function Labels({ hang, bare, className, children }: LabelsProps) {
  return (
    <div className={classNames('labels ui', (hang || bare) && 'hang', bare && 'bare', className)}>
      {children}
    </div>
  )
}
