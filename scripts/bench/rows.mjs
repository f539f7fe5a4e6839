const both = [1, 16]
const many = [1, 16, 64]

/** How many versions the case studies have on which growth with the history is measured. */
export const DEPTHS = [10, 100, 1000]
export const deepTitle = (versions) => `A case study with ${versions} versions`
const inWords = (versions) => `${versions.toLocaleString('en-GB')} versions`

const SEARCHES = [
  ['search, a rare word', 'rare'],
  ['search, a word in the middle', 'middle'],
  ['search, a common word', 'common'],
  ['search, two words', 'two words'],
  ['search, words of a title', 'title'],
  ['search, a phrase', 'phrase'],
  ['search, a slip in a word', 'slip'],
]

/** What is measured, in the order of measuring: what empties the cache comes last. */
export const ROWS = [
  {
    name: 'case study, from memory',
    kind: 'paired',
    connections: many,
    cached: true,
    paths: ({ cached }) => cached,
  },
  { name: 'home, from memory', kind: 'paired', connections: both, cached: true, paths: () => ['/'] },
  {
    name: 'category, from memory',
    kind: 'paired',
    connections: both,
    cached: true,
    paths: ({ categories }) => categories,
  },
  { name: 'filtered list', kind: 'warm', connections: both, paths: ({ filters }) => filters },
  { name: 'search', kind: 'unkept', connections: both, paths: ({ searches }) => searches },
  ...SEARCHES.map(([name, kind]) => ({
    name,
    kind: 'unkept',
    connections: [1],
    paths: ({ searchesByKind }) => searchesByKind[kind],
  })),
  { name: 'suggestions', kind: 'unkept', connections: [1], paths: ({ suggestions }) => suggestions },
  {
    name: 'history',
    kind: 'paired',
    connections: both,
    cached: true,
    paths: ({ cached }) => cached.map(historyOf),
  },
  { name: 'comparison', kind: 'paired', connections: both, cached: true, paths: ({ compared }) => compared },
  ...DEPTHS.map((versions) => ({
    name: `history, ${inWords(versions)}`,
    kind: 'paired',
    connections: [1],
    cached: true,
    paths: ({ deep }) => [historyOf(deep[versions].path)],
  })),
  { name: 'case study, never read before', kind: 'cold', connections: both },
  { name: 'history, never read before', kind: 'cold', connections: [1], under: '/history' },
  { name: 'save, by form post', kind: 'save', connections: both },
  { name: 'save, by API', kind: 'api-save', connections: both },
  ...DEPTHS.map((versions) => ({
    name: `save, by API, ${inWords(versions)}`,
    kind: 'api-save',
    connections: [1],
    page: ({ deep }) => deep[versions],
  })),
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
  // Once, at the largest size: both change what the site holds in memory, or its processes.
  { name: 'several processes', kind: 'processes', connections: [16], once: true },
  { name: 'memory', kind: 'memory', connections: [4], once: true },
]

/** In the order of the table. */
export const NAMES = [
  'case study, from memory',
  'case study, never read before',
  'case study, 1st after its edit',
  'home, from memory',
  'home, 1st after an edit',
  'category, from memory',
  'category, 1st after an edit',
  'filtered list',
  'search',
  ...SEARCHES.map(([name]) => name),
  'suggestions',
  'history',
  'history, never read before',
  ...DEPTHS.map((versions) => `history, ${inWords(versions)}`),
  'comparison',
  'edit form, signed in',
  'save, by form post',
  'save, by API',
  ...DEPTHS.map((versions) => `save, by API, ${inWords(versions)}`),
]

function historyOf(path) {
  return `${path}/history`
}

export const CACHED = ROWS.filter(({ cached }) => cached).map(({ name }) => name)
