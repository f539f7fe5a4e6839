import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type PanelProps = {
  title?: ReactNode
  id?: string
  end?: ReactNode
  className?: string
  children: ReactNode
}

/** A linen panel. `end` stands at the right on wide screens, usually buttons. */
export function Panel({ title, id, end, className, children }: PanelProps) {
  return (
    <section
      className={classNames('panel', Boolean(end) && 'split-end', className)}
      aria-labelledby={title && id ? id : undefined}
    >
      <div>
        {title ? (
          <h2 id={id} className="plain">
            {title}
          </h2>
        ) : null}
        {children}
      </div>
      {end ? <div className="buttons ui">{end}</div> : null}
    </section>
  )
}
