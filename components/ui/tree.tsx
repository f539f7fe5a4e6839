import { classNames } from './class-names'

export type TreeProps = { items: { href: string; label: string; count: number; current?: boolean }[] }

/** Categories with the number of case studies in each. */
export function Tree({ items }: TreeProps) {
  return (
    <ul className="tree ui">
      {items.map(({ href, label, count, current }) => (
        <li key={href} className={classNames(current && 'on')}>
          <a href={href} aria-current={current ? 'page' : undefined}>
            {label}
          </a>
          <span>
            {count}
            <span className="vh"> case studies</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
