import 'server-only'
import { type CaseStudyRow, rowsByIds } from '@/lib/case-studies/rows'
import { db, pool } from '@/lib/platform/db'
import { keepable } from '@/lib/platform/text'
import { listStories, type StoryRow } from '@/lib/stories/queries'
import { calledByCpv } from '@/lib/taxonomy/cpv'
import { leadsTo } from '@/lib/taxonomy/effective'
import { type Heading, headingTree } from '@/lib/taxonomy/queries'

export const resultsPerPage = 20
const wordsMax = 200
const mostRanked = 1000

export type Hit = { snippet: { text: string; marked: boolean }[] } & (
  | { kind: 'case_study'; row: CaseStudyRow }
  | { kind: 'story'; row: StoryRow }
  | { kind: 'organisation'; row: { id: number; slug: string; name: string; type: string; region: string } }
)
export type SearchResults = { words: string; page: number; total: number; hits: Hit[]; headings: Heading[] }
type Found = { kind: Hit['kind']; ref_id: number; headline: string }

/** Searches case studies, stories and organisations by their words, the best match first (first cut: PostgreSQL). */
export async function search(typed: string, page: number): Promise<SearchResults> {
  const words = typed.slice(0, wordsMax).trim()
  if (words === '' || !keepable(words)) return { words: '', page: 1, total: 0, hits: [], headings: [] }
  const [found, headings] = await Promise.all([findDocuments(words, page), headingsCalled(words)])
  // A page beyond the last shows the first.
  if (found.total === 0 && page > 1) return search(typed, 1)
  return { words, page, total: found.total, hits: await hitsOf(found.rows), headings }
}

/** Ids and snippets only: what is shown is read from the pages' own tables, so a late index cannot leak. */
async function findDocuments(words: string, page: number) {
  const found = await pool().query<Found & { total: number }>({
    name: 'search-documents',
    text: `WITH q AS (SELECT websearch_to_tsquery('english', $1) AS all_words),
      hit AS (SELECT d.kind, d.ref_id, ts_rank(d.lead_text, q.all_words) + ts_rank(d.full_text, q.all_words) / 10 AS rank
        FROM search_document d, q WHERE d.full_text @@ q.all_words LIMIT ${mostRanked}),
      shown AS (SELECT hit.*, count(*) OVER ()::int AS total FROM hit ORDER BY rank DESC, kind, ref_id LIMIT ${resultsPerPage} OFFSET $2)
      SELECT s.kind, s.ref_id, s.total, ts_headline('english', d.lead || E'\\n' || d.body, q.all_words,
        'StartSel=\uE000,StopSel=\uE001,MaxWords=32,MinWords=16,MaxFragments=1') AS headline
      FROM shown s JOIN search_document d USING (kind, ref_id), q ORDER BY s.rank DESC, s.kind, s.ref_id`,
    values: [words, (page - 1) * resultsPerPage],
  })
  return { rows: found.rows, total: found.rows[0]?.total ?? 0 }
}

async function hitsOf(found: Found[]): Promise<Hit[]> {
  const idsOf = (kind: Hit['kind']) => found.filter((row) => row.kind === kind).map((row) => row.ref_id)
  const [caseStudies, stories, organisations] = await Promise.all([
    rowsByIds(idsOf('case_study')),
    listStories(),
    db.organisation.findMany({
      where: { id: { in: idsOf('organisation') } },
      select: { id: true, slug: true, name: true, type: true, region: true },
    }),
  ])
  const rows = { case_study: caseStudies, story: stories, organisation: organisations }
  return found.flatMap(({ kind, ref_id, headline }) => {
    const row = rows[kind].find(({ id }) => id === ref_id)
    return row ? [{ kind, row, snippet: snippetOf(headline) } as Hit] : []
  })
}

/** Headings in use that were ever called what was typed, or that its CPV code means. */
async function headingsCalled(words: string): Promise<Heading[]> {
  const typed = words.toLowerCase()
  const tree = await headingTree()
  const all = [...tree.values()]
  const named = all.filter(({ name, alsoCalled }) =>
    [name, ...alsoCalled].some((text) => text.toLowerCase() === typed),
  )
  const meant = [...named, ...calledByCpv(typed, all)].flatMap(({ code }) => leadsTo(code, tree))
  return all.filter(({ code }) => meant.includes(code))
}

function snippetOf(headline: string): Hit['snippet'] {
  return headline
    .replace(/\[(\d+)\]\(#source-\d+\)|[*#|>`]/g, '')
    .split(/(\uE000[^\uE001]*\uE001)/)
    .filter(Boolean)
    .map((text) => ({ text: text.replace(/[\uE000\uE001]/g, ''), marked: text.startsWith('\uE000') }))
}
