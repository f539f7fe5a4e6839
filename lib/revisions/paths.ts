/** Which changes are listed: all, or those of a kind of page, under a heading, of an organisation. */
export type RecentFilter = {
  page: number
  kind: 'case_study' | 'story' | null
  withoutMinor: boolean
  newOnly: boolean
  /** The code of a heading, such as "D10". */
  category: string | null
  organisation: number | null
}

export const everyChange: RecentFilter = {
  page: 1,
  kind: null,
  withoutMinor: false,
  newOnly: false,
  category: null,
  organisation: null,
}

/** The address of the list of recent changes under a filter. */
export function recentChangesPath(filter: Partial<RecentFilter> = {}): string {
  const { page = 1, kind, withoutMinor, newOnly, category, organisation } = filter
  const query = new URLSearchParams()
  if (category) query.set('category', category)
  if (organisation) query.set('organisation', String(organisation))
  if (kind) query.set('kind', kind === 'story' ? 'stories' : 'case-studies')
  if (withoutMinor) query.set('minor', 'hide')
  if (newOnly) query.set('new', 'only')
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text ? `/recent-changes?${text}` : '/recent-changes'
}

/** The Atom feed of the changes under a heading, of an organisation, or of all. */
export function feedPath({ category, organisation }: Partial<RecentFilter> = {}): string {
  if (category) return `/feeds/category/${category}.atom`
  return organisation ? `/feeds/organisation/${organisation}.atom` : '/feeds/recent.atom'
}
