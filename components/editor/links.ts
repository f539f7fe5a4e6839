const SCHEMES = ['http:', 'https:', 'mailto:', 'tel:']
const SCHEME = /^[a-z][a-z0-9+.-]*:/i

export type LinkAnswer = { ok: true; href: string } | { ok: false; message: string }

/** Whether a link may stand in the editor: web, mail, phone, or a place on this site. */
export function isAllowedHref(href: string): boolean {
  const bare = withoutInvisible(href).trim()
  if (bare.startsWith('//')) return false
  const scheme = SCHEME.exec(bare)?.[0]
  return scheme === undefined || SCHEMES.includes(scheme.toLowerCase())
}

/** Turns what a person typed into an address, or says in words what is wrong with it. */
export function readHref(typed: string): LinkAnswer {
  const address = withoutInvisible(typed.trim())
  if (address === '') return refused('Enter an address, for example https://www.example.org')
  if (/\s/.test(address)) return refused('Enter an address without spaces')
  if (address.startsWith('//')) return refused('Start the address with https://')
  if (address === '#' || address === '/') return refused('Enter the rest of the address')
  if (/^[#/]/.test(address)) return { ok: true, href: address }
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(address)) return { ok: true, href: `mailto:${address}` }
  if (/^(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]|$)/i.test(address)) return readWeb(`https://${address}`)
  return SCHEME.test(address)
    ? readWeb(address)
    : refused('Start the address with https://, mailto:, tel:, / or #')
}

function readWeb(address: string): LinkAnswer {
  if (!isAllowedHref(address)) return refused('Use an address that starts with https://, mailto: or tel:')
  if (/^https?:/i.test(address) && !URL.canParse(address))
    return refused('Check the address. Part of it is missing')
  if (/^https?:(?!\/\/)/i.test(address)) return refused('Start the address with https://')
  if (/^(?:mailto|tel):$/i.test(address)) return refused('Enter the rest of the address')
  return { ok: true, href: address }
}

// Browsers ignore these inside an address, so "java<tab>script:" would count as a scheme.
function withoutInvisible(text: string) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  return text.replace(/[\u0000-\u001F\u007F\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/g, '')
}

function refused(message: string): LinkAnswer {
  return { ok: false, message }
}
