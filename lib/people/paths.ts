export const peoplePath = '/people'

/** The address of the finder with these filters. */
export function peopleSearchPath(filter: {
  words?: string
  organisation?: string
  region?: string
  category?: string
}): string {
  const { words, organisation, region, category } = filter
  const query = new URLSearchParams()
  if (words) query.set('q', words)
  if (organisation) query.set('organisation', organisation)
  if (region) query.set('region', region)
  if (category) query.set('category', category)
  const text = query.toString()
  return text ? `${peoplePath}?${text}` : peoplePath
}
