const links = [
  { href: '/about', label: 'About' },
  { href: '/help', label: 'Help' },
  { href: '/recent-changes', label: 'Recent changes' },
  { href: '/wanted', label: 'Wanted' },
  { href: '/law', label: 'Law register' },
  { href: '/api/v1', label: 'For programs' },
  { href: '/accessibility', label: 'Accessibility' },
  { href: '/cookies', label: 'Cookies' },
  { href: '/privacy', label: 'Privacy' },
  { href: '/help#report', label: 'Report a problem with this page' },
]

/** The last shelf: jars stand on the footer. */
export function Footer() {
  return (
    <footer className="foot">
      <div className="stand">
        <svg viewBox="0 0 300 56" width="300" height="56" aria-hidden="true" focusable="false">
          <path d="M4 56V24l6-6h34l6 6v32zM12 8h30v8H12zM64 56V34h40v22zM62 24h44v8H62zM122 56V26l5-6V4h12v16l5 6v30zM160 56V12h56v44zM218 20h14v24h-14v-6h8V26h-8zM246 56v-9h48v9zM250 45v-9h40v9zM246 34v-9h42v9z" />
        </svg>
      </div>
      <div className="wrap">
        <div className="cols">
          <p>
            A shared cupboard of what public bodies have bought, how they did it and what came of it. It is a
            record, not legal advice. No body named here has endorsed it.
          </p>
          <ul>
            {links.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </div>
        <p className="legal">Licence for reuse: not yet decided. Run by: not yet decided.</p>
      </div>
    </footer>
  )
}
