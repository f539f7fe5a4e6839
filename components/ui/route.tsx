import type { ReactNode } from 'react'
import type { Section } from './section'
import { SectionIcon } from './section-icon'

export type RouteProps = {
  icon: Section
  title: string
  href: string
  forWhom?: ReactNode
  children: ReactNode
}

/** A way in, by what the reader wants (inside a `Bay`). */
export function Route({ icon, title, href, forWhom, children }: RouteProps) {
  return (
    <div className="route">
      <SectionIcon section={icon} plain />
      <div>
        <h3>
          <a href={href}>{title}</a>
        </h3>
        <p>{children}</p>
        {forWhom ? <p className="small quiet">{forWhom}</p> : null}
      </div>
    </div>
  )
}
