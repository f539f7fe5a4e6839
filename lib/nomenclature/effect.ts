import 'server-only'
import { db } from '@/lib/platform/db'
import { codesMoved, codesUnder, effectiveLabels, type Tree, treeOf } from '@/lib/taxonomy/effective'
import { choicesOf } from '@/lib/taxonomy/hierarchy'
import { headingTree } from '@/lib/taxonomy/queries'
import { type Changed, codesIn } from './change'
import type { HeadingRow } from './desk'
import { tryOut } from './hierarchy'
import { examplesShown, splitListed } from './limits'
import type { Proposal } from './schema'

/** What a change would touch: counted from the case studies, stories and watches as they are now. */
export type Effect = {
  caseStudies: number
  stories: number
  /** Searches that people watch and that name one of the headings. */
  savedSearches: number
  watches: number
  people: number
  /** A few of the case studies, with the names of their labels before and after. */
  examples: { id: number; slug: string; title: string; before: string[]; after: string[] }[]
}
type Sight = { changed: Changed; before: Tree; after: Tree }

const NOTHING: Effect = { caseStudies: 0, stories: 0, savedSearches: 0, watches: 0, people: 0, examples: [] }

/** What a proposal would touch today; nothing when it could not be applied. */
export async function effectOf(proposal: Proposal): Promise<Effect> {
  const outcome = await tryOut(db, proposal)
  if (!outcome.ok) return NOTHING
  const changed = outcome.value
  const sight = { changed, before: treeOf(changed.all), after: treeOf([...changed.rows.values()]) }
  const codes = codesTouched(proposal, sight)
  const names = changed.all
    .filter(({ code }) => codesIn(proposal).includes(code))
    .flatMap(({ name, alsoCalled }) => [name, ...alsoCalled].map((text) => text.toLowerCase()))
  const [counts] = await db.$queryRaw<Omit<Effect, 'examples'>[]>`SELECT
    (SELECT count(*)::int FROM case_study WHERE labels && ${codes}::text[]) AS "caseStudies",
    (SELECT count(*)::int FROM page p JOIN revision r ON r.page_id = p.id AND r.number = p.head_number
      WHERE p.kind = 'story' AND p.state = 'live' AND r.content -> 'categories' ?| ${codes}::text[]) AS stories,
    (SELECT count(*)::int FROM watch WHERE kind = 'category' AND ref = ANY(${codes}::text[])) AS watches,
    (SELECT count(*)::int FROM watch WHERE kind = 'search' AND EXISTS (
      SELECT FROM unnest(${names}::text[]) n WHERE position(n IN replace(ref, '+', ' ')) > 0
      UNION ALL SELECT FROM unnest(${codes}::text[]) c WHERE position('&category=' || c || '&' IN replace(ref, '?', '&') || '&') > 0
    )) AS "savedSearches",
    (SELECT count(*)::int FROM person WHERE help_categories && ${codes}::text[]) AS people`
  return { ...NOTHING, ...counts, examples: await examplesOf(codes, sight) }
}

/** The case studies that stand under a heading and would go to the default of a split; the first thousand by title. */
export async function listSplitCaseStudies(
  code: string,
): Promise<{ id: number; slug: string; title: string }[]> {
  const codes = codesUnder(code, await headingTree())
  const rows = await db.$queryRaw<{ id: number; slug: string; title: string }[]>`
    SELECT cs.page_id AS id, p.slug, cs.title FROM case_study cs JOIN page p ON p.id = cs.page_id
    WHERE cs.labels && ${codes}::text[]
      AND EXISTS (SELECT FROM case_study_category c WHERE c.page_id = cs.page_id AND c.code = ${code} AND c.ticked)
    ORDER BY lower(cs.title), cs.page_id LIMIT ${splitListed}`
  return rows
}

/** Labels that would lead elsewhere; for a change of words alone, labels that would show them. */
function codesTouched(proposal: Proposal, { before, after }: Sight): string[] {
  if (proposal.kind === 'rename' || proposal.kind === 'agree') return codesUnder(proposal.code, before)
  return codesMoved(before, after)
}

async function examplesOf(codes: string[], { changed, before, after }: Sight): Promise<Effect['examples']> {
  const rows = await db.$queryRaw<{ id: number; slug: string; title: string; labels: string[] }[]>`
    SELECT cs.page_id AS id, p.slug, cs.title, cs.labels FROM case_study cs JOIN page p ON p.id = cs.page_id
    WHERE cs.labels && ${codes}::text[] ORDER BY cs.changed_at DESC, cs.page_id LIMIT ${examplesShown}`
  const choices = await choicesOf(
    db,
    rows.map(({ id }) => id),
  )
  const known = new Map(changed.all.map((row) => [row.code, row]))
  const named = (tree: Tree, headings: ReadonlyMap<string, HeadingRow>, row: (typeof rows)[number]) =>
    effectiveLabels(row.labels, tree, choices.get(row.id)).flatMap(({ code, ticked }) =>
      ticked ? (headings.get(code)?.name ?? code) : [],
    )
  return rows.map((row) => {
    const { id, slug, title } = row
    return { id, slug, title, before: named(before, known, row), after: named(after, changed.rows, row) }
  })
}
