const both = [1, 16]

/** What is measured, in the order of measuring: what empties the cache comes last. */
export const ROWS = [
  {
    name: 'case study, from the cache',
    kind: 'warm',
    connections: both,
    cached: true,
    paths: ({ cached }) => cached,
  },
  { name: 'home, from the cache', kind: 'warm', connections: both, cached: true, paths: () => ['/'] },
  {
    name: 'category, from the cache',
    kind: 'warm',
    connections: both,
    cached: true,
    paths: ({ categories }) => categories,
  },
  { name: 'filtered list', kind: 'warm', connections: both, paths: ({ filters }) => filters },
  { name: 'search', kind: 'warm', connections: both, paths: ({ searches }) => searches },
  { name: 'case study, never read before', kind: 'cold', connections: both },
  { name: 'save, by form post', kind: 'save', connections: both },
  {
    name: 'first reads after an edit',
    kind: 'after-edit',
    connections: [1],
    reads: [
      { name: 'case study, 1st after its edit', path: ({ path }) => path },
      { name: 'home, 1st after an edit', path: () => '/' },
      { name: 'category, 1st after an edit', path: ({ category }) => category },
    ],
  },
]

/** In the order of the table. */
export const NAMES = [
  'case study, from the cache',
  'case study, never read before',
  'case study, 1st after its edit',
  'home, from the cache',
  'home, 1st after an edit',
  'category, from the cache',
  'category, 1st after an edit',
  'filtered list',
  'search',
  'edit form, signed in',
  'save, by form post',
]

export const CACHED = ROWS.filter(({ cached }) => cached).map(({ name }) => name)
