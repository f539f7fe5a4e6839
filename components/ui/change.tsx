import type { ReactNode } from 'react'
import { Icon } from './icon'

export type ChangeProps = {
  id: string
  field?: ReactNode
  which: ReactNode
  why?: ReactNode
  children: ReactNode
}

/** One change in the galley: which field, the text with its signs, the reason. Stand them in `<div className="galley">`. */
export function Change({ id, field, which, why, children }: ChangeProps) {
  return (
    <div className="change" id={id}>
      <div>
        {field ? <h3>{field}</h3> : null}
        <p className="which">{which}</p>
      </div>
      <div className="text">{children}</div>
      {why ? <p className="why">{why}</p> : null}
    </div>
  )
}

/** Added words: a plus sign, an underline, and the word for those who listen. */
export function Added({ children }: { children: ReactNode }) {
  return (
    <ins>
      <span className="vh">Added: </span>
      {children}
      <span className="vh"> (end of added text)</span>
    </ins>
  )
}

/** Removed words: a minus sign, a line through, and the word for those who listen. */
export function Removed({ children }: { children: ReactNode }) {
  return (
    <del>
      <span className="vh">Removed: </span>
      {children}
      <span className="vh"> (end of removed text)</span>
    </del>
  )
}

export function Moved({ children }: { children: ReactNode }) {
  return (
    <span className="moved">
      <Icon name="moved" />
      {children}
    </span>
  )
}
