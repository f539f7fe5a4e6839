import { query } from './database.mjs'
import { randomFrom } from './random.mjs'
import { DEPTHS, deepTitle } from './rows.mjs'
import { beginningsOf, mixtureOf, queriesOf } from './search-queries.mjs'

const SEED = 7
const savedPages = 200

/** What is asked of a site: addresses of its own content, chosen by a seed. */
export async function readWorld({ url }, { cachedPages, categories, addresses }) {
  const random = randomFrom(SEED)
  const pages = await query(
    url,
    `SELECT p.id, '/case-studies/' || p.id || '-' || p.slug AS path, '/categories/' || lower(c.code) || '-' || c.slug AS category,
       p.head_number AS versions, cs.title
     FROM page p JOIN case_study cs ON cs.page_id = p.id JOIN LATERAL (SELECT code, slug FROM case_study_category cc JOIN category USING (code)
       WHERE cc.page_id = p.id AND cc.ticked ORDER BY code LIKE 'D%' DESC, position LIMIT 1) c ON true
     WHERE p.kind = 'case_study' ORDER BY md5(p.id::text)`,
  )
  return {
    cached: pages.slice(0, cachedPages).map(({ path }) => path),
    // Never read before: taken from the end, each once.
    unread: pages.slice(cachedPages + savedPages),
    toSave: pages.slice(cachedPages, cachedPages + savedPages),
    compared: pages
      .filter(({ versions }) => versions > 1)
      .slice(0, cachedPages)
      .map(comparisonOf),
    deep: Object.fromEntries(
      DEPTHS.map((versions) => [versions, pages.find(({ title }) => title === deepTitle(versions))]),
    ),
    categories: [...new Set(pages.map(({ category }) => category))].slice(0, categories),
    filters: await filtersOf(url, random, addresses),
    ...(await searchesOf(url, addresses)),
  }
}

function comparisonOf({ path, versions }) {
  return `${path}/compare?from=${versions - 1}&to=${versions}`
}

/** One to three choices each, from those that somebody would find something under. */
async function filtersOf(url, random, count) {
  const values = async (name, text) =>
    (await query(url, text)).map(({ value }) => `${name}=${encodeURIComponent(value)}`)
  const facets = [
    await values(
      'category',
      "SELECT DISTINCT code AS value FROM case_study_category WHERE code ~ '^D.+' ORDER BY 1",
    ),
    await values('region', 'SELECT DISTINCT unnest(regions) AS value FROM case_study ORDER BY 1'),
    await values('evidence', 'SELECT DISTINCT evidence AS value FROM case_study ORDER BY 1'),
    await values('law', 'SELECT DISTINCT regime AS value FROM legal_status ORDER BY 1'),
    ['has=figure', 'has=document', 'has=contact'],
  ]
  const sorts = ['', '&sort=title', '&sort=measured', '&page=2']
  return Array.from({ length: count }, () => {
    const chosen = random.some(facets, random.between(1, 3)).map((facet) => random.pick(facet))
    return `/case-studies?${chosen.join('&')}${random.pick(sorts)}`
  })
}

/** A mixture of queries, the same kind by kind, and what is typed before them. */
async function searchesOf(url, count) {
  const queries = await queriesOf(url)
  const addressOf = (text) => `/search?q=${encodeURIComponent(text)}`
  const kinds = Object.entries(queries).map(([kind, texts]) => [kind, texts.slice(0, count).map(addressOf)])
  const beginnings = (await beginningsOf(url)).slice(0, count)
  return {
    searches: mixtureOf(queries).slice(0, count).map(addressOf),
    searchesByKind: Object.fromEntries(kinds),
    suggestions: beginnings.map((text) => `/api/search/suggest?q=${encodeURIComponent(text)}`),
  }
}
