import { Icon } from './icon'

export type ChipsProps = { items: { href: string; label: string }[]; clearHref: string }

/** The filters that are on; each link takes one off. */
export function Chips({ items, clearHref }: ChipsProps) {
  if (items.length === 0) return null
  return (
    <ul className="picked ui" aria-label="Filters in use">
      {items.map(({ href, label }) => (
        <li key={href}>
          <a className="off" href={href}>
            <span className="vh">Remove filter: </span>
            {label}
            <Icon name="cross" />
          </a>
        </li>
      ))}
      <li>
        <a className="clear" href={clearHref}>
          Clear filters
        </a>
      </li>
    </ul>
  )
}
