export const WATCH_KINDS = {
  page: 'Page',
  category: 'Category',
  organisation: 'Organisation',
  search: 'Search',
  law: 'Law',
} as const
export type WatchKind = keyof typeof WATCH_KINDS

/** How often somebody hears by mail of what they watch. */
export const FREQUENCIES = {
  'at-once': 'At once, one mail for each change',
  daily: 'Once a day, at 7 in the morning',
  weekly: 'Once a week, on Monday at 7 in the morning',
  never: 'Never. The list on this site is kept all the same',
} as const
export type Frequency = keyof typeof FREQUENCIES
