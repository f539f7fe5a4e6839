import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type NoteProps = {
  kind?: 'warning' | 'info' | 'success' | 'error'
  title?: ReactNode
  role?: 'alert' | 'status' | 'note'
  id?: string
  children?: ReactNode
}

/** A remark beside the flow. Its first words say what it is; the colour only helps. */
export function Note({ kind = 'warning', title, role, id, children }: NoteProps) {
  return (
    <div className={classNames('note', kind)} role={role} id={id}>
      {title ? <p className="note-title">{title}</p> : null}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}
