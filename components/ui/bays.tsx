import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type BaysProps = { columns: 2 | 3; carcass?: boolean; children: ReactNode }

/** Compartments between two shelves. `carcass` gives them sides and feet (use it under a `cornice` shelf). */
export function Bays({ columns, carcass, children }: BaysProps) {
  return (
    <div className={classNames('bays', columns === 3 ? 'three' : 'two', carcass && 'carcass')}>
      {children}
    </div>
  )
}

export type BayProps = { className?: string; children: ReactNode }

export function Bay({ className, children }: BayProps) {
  return <div className={classNames('bay', className)}>{children}</div>
}
