import type { ReactNode } from 'react'
import { Bay } from './bays'
import { JarTally } from './jar-tally'
import type { Section } from './section'
import { SectionIcon } from './section-icon'

export type SectionBayProps = {
  section: Section
  title: string
  href: string
  about: ReactNode
  items: { href: string; label: string }[]
  count: number
}

/** One heading of the Cupboard in its compartment: picture, name, newest titles, jars on the shelf. */
export function SectionBay({ section, title, href, about, items, count }: SectionBayProps) {
  return (
    <Bay className="sec">
      <div className="sec-head">
        <SectionIcon section={section} />
        <div>
          <h3>
            <a href={href}>{title}</a>
          </h3>
          <p>{about}</p>
        </div>
      </div>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href}>{item.label}</a>
          </li>
        ))}
      </ul>
      <div className="tally">
        <p>
          <b className="num">{new Intl.NumberFormat('en-GB').format(count)}</b>{' '}
          {count === 1 ? 'case study' : 'case studies'}
        </p>
        <JarTally count={count} section={section} />
      </div>
    </Bay>
  )
}
