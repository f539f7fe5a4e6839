import { classNames } from '../ui/class-names'
import { Icon } from '../ui/icon'
import { Mark } from '../ui/mark'

export type NavItem = 'browse' | 'stories' | 'tools' | 'people'

const items: { key: NavItem; href: string; label: string }[] = [
  { key: 'browse', href: '/case-studies', label: 'Browse' },
  { key: 'stories', href: '/stories', label: 'Change stories' },
  { key: 'tools', href: '/tools', label: 'Tools' },
  { key: 'people', href: '/people', label: 'People' },
]

export type HeaderProps = { current?: NavItem; home?: boolean; searchWords?: string }

export function Header({ current, home, searchWords }: HeaderProps) {
  return (
    <header className="chrome">
      <div className="bar">
        <div className="wrap">
          <a className="brand" href="/">
            <Mark />
            <span className="brand-name">
              <span>Sustainable Procurement</span> <b>Cupboard</b>
            </span>
          </a>
          {home ? null : <BarSearch words={searchWords} />}
          <div className="me">
            {/* me.js may write the name here before React takes over: that must not redraw the page. */}
            <a className="signin" href="/sign-in" data-me-link="" suppressHydrationWarning>
              Sign in
            </a>
            <a href="/account/notifications" data-me-unread="" hidden suppressHydrationWarning>
              Notifications
            </a>
            <noscript>
              <a href="/account">My account</a>
            </noscript>
          </div>
        </div>
      </div>
      <div className={classNames('nav', home && 'home-nav')}>
        <div className="wrap">
          <div className="line">
            <nav aria-label="Main">
              <ul>
                {items.map(({ key, href, label }) => (
                  <li key={key}>
                    <a href={href} aria-current={key === current ? 'true' : undefined}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <a className="button second small share" href="/case-studies/new">
              <Icon name="plus" />
              <span>
                Share<span className="more"> a case study</span>
              </span>
            </a>
          </div>
        </div>
      </div>
    </header>
  )
}

function BarSearch({ words }: { words?: string }) {
  return (
    <search>
      <form className="searchbox" action="/search" method="get">
        <label className="vh" htmlFor="bar-search">
          Search the Cupboard
        </label>
        <input id="bar-search" name="q" type="search" defaultValue={words} autoComplete="off" />
        <button className="button" type="submit">
          Search
        </button>
      </form>
    </search>
  )
}
