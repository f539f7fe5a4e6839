export const accountPath = '/account'
export const favouritesPath = '/account/favourites'
export const contributionsPath = '/account/contributions'
export const settingsPath = '/account/settings'
export const registerPath = '/register'
export const adminPath = '/admin'

export function personPath({ handle }: { handle: string }): string {
  return `/people/${handle}`
}

/** Where to sign in, coming back to a local path afterwards. */
export function signInPath(back?: string): string {
  return back ? `/sign-in?back=${encodeURIComponent(back)}` : '/sign-in'
}

/** A path of this site, or the fallback: never another origin, whatever was put into the address. */
export function localPath(value: string | null | undefined, fallback = '/'): string {
  if (!value || !/^\/(?![/\\])[\w\-./~%?=&+,:@!$'()*;]*$/.test(value)) return fallback
  const base = 'http://cupboard.invalid'
  const url = URL.canParse(value, base) ? new URL(value, base) : null
  // "/.//host" is a path of this origin until it is tidied: then it begins with two slashes and names a host.
  return url && url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search : fallback
}
