import 'server-only'
import { z } from 'zod'
import { readUs } from '@/lib/legal/lens/read'
import { env } from '@/lib/platform/env'
import { type SearchResults, search } from '@/lib/search/find'
import { FACET_WORDS } from '@/lib/search/label'
import { PER_PAGE, perPageUsual, typedMax } from '@/lib/search/limits'
import { foundPath } from '@/lib/search/paths'
import type { Hit } from '@/lib/search/rows'
import { ALLOWED, paramsOf, readState } from '@/lib/search/state'
import { findAcl } from '@/lib/search/viewer-acl'
import { SEARCH_FACETS, type SearchFacet, SORTS } from '@/lib/search/vocabulary'
import { hitList } from '../answers-search'
import { pageMax } from '../limits'
import { operation } from '../operation'
import { whole, words } from '../query'
import { ok } from '../reply'

const OFFERED = SEARCH_FACETS.filter((facet) => facet !== 'governed')
const FORMS: Partial<Record<SearchFacet, string>> = {
  category: 'the code of a heading, such as D10',
  year: 'a year, such as 2019',
  organisation: 'the id of an organisation',
}
const DESCRIPTIONS: Partial<Record<SearchFacet, string>> = {
  kind: 'What it is.',
  category: 'The code of a heading: with what stands below it.',
  organisation: 'The id of an organisation.',
  type: 'What kind of organisation.',
  standing: 'How it stands under the law now.',
  law: 'The law it was bought under.',
  value: 'The contract value against the threshold of its day.',
  year: 'The year in which it began.',
  has: 'What it must have; several narrow one another.',
}

export const searchEverything = operation({
  id: 'search',
  method: 'GET',
  path: '/search',
  summary: 'Search everything',
  description:
    'Case studies, stories, documents, headings, organisations, people and help, as the search page finds them. Values of one filter given several times widen the results, different filters narrow them. Without words: everything, the newest first.',
  access: 'open',
  query: z.strictObject({
    q: words({ label: 'words to look for', max: typedMax })
      .default('')
      .meta({ description: 'Ordinary words. “In quotes” for a phrase, -word to leave out.' }),
    exactly: z
      .literal('1')
      .optional()
      .meta({ description: '1: nothing is taken for another word. Otherwise slips of the keyboard are.' }),
    ...Object.fromEntries(OFFERED.map((facet) => [facet, valuesOf(facet)])),
    us: z
      .string()
      .refine((text) => readUs(text) !== null, { message: 'Give a nation, such as wales' })
      .optional()
      .meta({ description: 'Whose rules to compare with, such as `wales` or `wales.welsh-council.above`.' }),
    rules: z.literal('same').optional().meta({ description: 'Only cases under the same rules as `us`.' }),
    sort: z
      .enum(Object.keys(SORTS) as [keyof typeof SORTS])
      .default('best')
      .meta({ description: 'In which order. Equals stand in the order in which they were added.' }),
    page: whole({ min: 1, max: pageMax })
      .default(1)
      .meta({ description: 'Which page of the results. Beyond the last, `items` is empty.', default: 1 }),
    perPage: z
      .enum(PER_PAGE.map(String) as [string, ...string[]])
      .default(String(perPageUsual))
      .meta({ description: 'Results on a page.' }),
  }),
  answers: [{ status: 200, description: 'A page of results.', schema: hitList }],
  problems: [],
  handle: async ({ request, caller }) => {
    const state = readState(paramsOf(new URL(request.url).searchParams))
    return ok(answerOf(await search(state, await findAcl(caller?.viewer ?? null))))
  },
})

/** A filter that may be given several times. */
function valuesOf(facet: SearchFacet) {
  const known: Record<string, object> = FACET_WORDS
  const keys = known[facet] ? Object.keys(known[facet]) : null
  const message = keys ? `Give one of: ${keys.join(', ')}` : `Give ${FORMS[facet]}`
  return z
    .preprocess(
      (value) => (value === undefined ? undefined : [value].flat()),
      z
        .array(
          z
            .string()
            .refine((text) => ALLOWED[facet](text.toUpperCase()) || ALLOWED[facet](text), { message }),
        )
        .optional(),
    )
    .meta({ description: `${DESCRIPTIONS[facet] ?? ''} May be given several times.`.trim(), ...typeOf(keys) })
}

function typeOf(keys: string[] | null) {
  return { type: 'array' as const, items: { type: 'string', ...(keys ? { enum: keys } : {}) } }
}

function answerOf(found: SearchResults) {
  const { page, perPage, total, more, relaxed, plan, engine, degraded, counts } = found
  const { governed: _, ...facets } = counts
  return {
    items: found.hits.map(hitOf),
    page,
    perPage,
    total,
    more,
    relaxed,
    others: found.others.map(hitOf),
    taken: plan.taken,
    truncated: plan.truncated,
    facets,
    engine,
    degraded,
  }
}

function hitOf(hit: Hit) {
  const { kind, snippet, where } = hit
  return {
    kind: kind === 'case_study' ? 'case-study' : kind,
    ...namesOf(hit),
    key: hit.id,
    url: `${env.siteUrl}${foundPath(hit)}`,
    snippet: snippet.map(({ text }) => text).join(''),
    marked: snippet.filter(({ marked }) => marked).map(({ text }) => text),
    where,
  }
}

/** A page, file or organisation has a number; a heading its code, a person a handle, a help page its name. */
function namesOf(hit: Hit): { id: number | string; slug: string; title: string } {
  switch (hit.kind) {
    case 'organisation':
      return { id: hit.row.id, slug: hit.row.slug, title: hit.row.name }
    case 'person':
      return { id: hit.row.handle, slug: hit.row.handle, title: hit.row.name }
    case 'category':
      return { id: hit.row.code, slug: hit.row.slug, title: hit.row.name }
    case 'document':
      return { id: hit.row.id, slug: hit.row.name, title: hit.row.title }
    case 'tool':
    case 'help':
      return { id: hit.row.ref, slug: hit.row.ref, title: hit.row.title }
    default:
      return { id: hit.row.id, slug: hit.row.slug, title: hit.row.title }
  }
}
