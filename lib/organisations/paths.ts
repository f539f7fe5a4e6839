export const organisationsPath = '/organisations'

export function organisationPath({ id, slug }: { id: number; slug: string }): string {
  return `${organisationsPath}/${id}-${slug}`
}

/** The address of the directory with these filters. */
export function directoryPath(filter: {
  words: string
  type: string
  region: string
  page?: number
}): string {
  const { words, type, region, page = 1 } = filter
  const query = new URLSearchParams()
  if (words) query.set('q', words)
  if (type) query.set('type', type)
  if (region) query.set('region', region)
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text ? `${organisationsPath}?${text}` : organisationsPath
}
