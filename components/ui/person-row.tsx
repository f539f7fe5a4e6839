import type { ReactNode } from 'react'
import { Tile } from './tile'

export type PersonRowProps = {
  name: string
  initials: string
  href: string
  meta?: ReactNode
  helpsWith?: string[]
  labels?: ReactNode
  action?: ReactNode
}

/** A person in a list (`Rows unordered`). */
export function PersonRow({ name, initials, href, meta, helpsWith = [], labels, action }: PersonRowProps) {
  return (
    <li>
      {labels ? <div className="row-labels labels ui">{labels}</div> : null}
      <div className="person">
        <Tile initials={initials} />
        <div>
          <h3 className="row-title">
            <a href={href}>{name}</a>
          </h3>
          {meta ? <p className="row-org">{meta}</p> : null}
          {helpsWith.length > 0 ? (
            <ul className="chips" aria-label="Can help with">
              {helpsWith.map((topic) => (
                <li className="chip" key={topic}>
                  {topic}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
        {action ? <div className="buttons ui">{action}</div> : null}
      </div>
    </li>
  )
}
