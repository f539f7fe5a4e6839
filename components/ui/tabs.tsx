export type TabsProps = { label: string; items: { href: string; label: string; current?: boolean }[] }

/** Links that hang from a board like labels: the views of one page. */
export function Tabs({ label, items }: TabsProps) {
  return (
    <nav className="tabs ui" aria-label={label}>
      <ul>
        {items.map(({ href, label, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
