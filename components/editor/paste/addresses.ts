const TRACKING = /^(?:utm_\w+|fbclid|gclid|msclkid|dclid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok)$/i

/** The address behind a copied link, without wrapping and tracking; null where a link would lead nowhere. */
export function addressOf(href: string | null): string | null {
  const address = unwrapped((href ?? '').trim())
  if (/^(?:mailto|tel):.+/i.test(address)) return address
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null
  return withoutTracking(address)
}

function unwrapped(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  const inner =
    /(?:^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url'
      ? (url.searchParams.get('q') ?? url.searchParams.get('url'))
      : url.hostname.endsWith('.safelinks.protection.outlook.com')
        ? url.searchParams.get('url')
        : null
  return inner && /^(?:https?:|mailto:|tel:)/i.test(inner) ? unwrapped(inner) : address
}

function withoutTracking(address: string): string {
  const url = new URL(address)
  const names = [...url.searchParams.keys()].filter((name) => TRACKING.test(name))
  // Left alone where nothing is taken away: a URL that is written anew may differ in its escapes.
  if (names.length === 0) return address
  for (const name of names) url.searchParams.delete(name)
  return url.href
}
