import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names'
import { Footer } from './footer'
import { Header, type NavItem } from './header'

export type Crumb = { href: string; label: string }

export type ShellProps = {
  current?: NavItem
  crumbs?: Crumb[]
  home?: boolean
  bare?: boolean
  searchWords?: string
  before?: ReactNode
  children: ReactNode
}

/** What every page stands in. `bare` leaves the centred column out of main; `before` comes between navigation and main. */
export function Shell({ current, crumbs, home, bare, searchWords, before, children }: ShellProps) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to main content
      </a>
      <Header current={current} home={home} searchWords={searchWords} />
      {crumbs && crumbs.length > 0 ? <Crumbs crumbs={crumbs} /> : null}
      {before}
      <main id="main" tabIndex={-1} className={classNames(home && 'flush')}>
        {bare ? children : <div className="wrap">{children}</div>}
      </main>
      <Footer />
    </>
  )
}

function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <div className="wrap">
      <nav className="crumbs ui" aria-label="Breadcrumb">
        <ol>
          {crumbs.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ol>
      </nav>
    </div>
  )
}
