const longest = 80

/** A title as it stands in an address: lower case, ASCII where it can be, words joined by hyphens. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’'`]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    if (slug.length + word.length + 1 > longest) break
    slug = slug ? `${slug}-${word}` : word
  }
  return slug || 'untitled'
}

/** The id at the start of an address such as "12-school-meals", or null when there is none. */
export function idOf(segment: string): number | null {
  const digits = /^([1-9]\d{0,8})(?:-|$)/.exec(segment)?.[1]
  return digits ? Number(digits) : null
}
