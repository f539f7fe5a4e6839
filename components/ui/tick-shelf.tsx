import type { ReactNode, ToggleEventHandler } from 'react'
import type { Section } from './section'
import { SectionIcon } from './section-icon'

export type TickShelfProps = {
  section: Section
  title: string
  ticked: string
  open?: boolean
  hidden?: boolean
  onToggle?: ToggleEventHandler<HTMLDetailsElement>
  children: ReactNode
}

/** One section's labels to tick, folded away until wanted. */
export function TickShelf({ section, title, ticked, open, hidden, onToggle, children }: TickShelfProps) {
  return (
    <details className="tickshelf" open={open} hidden={hidden} onToggle={onToggle}>
      <summary>
        <SectionIcon section={section} size="small" />
        <span className="name">{title}</span>
        <span className="n">{ticked}</span>
      </summary>
      {children}
    </details>
  )
}
