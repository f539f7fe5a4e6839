import 'server-only'
import { lawEntryPath } from '@/lib/legal/paths'
import { listLaws } from '@/lib/legal/queries'
import { organisationPath } from '@/lib/organisations/paths'
import { pagePath } from '@/lib/pages/paths'
import { db, type PageKind } from '@/lib/platform/db'
import { resultsPath } from '@/lib/search/paths'
import { savedName, savedState } from '@/lib/search/saved'
import { findValueNames } from '@/lib/search/value-names'
import { leadsTo } from '@/lib/taxonomy/effective'
import { categoryPath } from '@/lib/taxonomy/paths'
import { type HeadingTree, headingTree } from '@/lib/taxonomy/queries'
import type { WatchKind } from './vocabulary'

export type Watched = { kind: WatchKind; ref: string; name: string; path: string }
export type PageName = { id: number; kind: PageKind; slug: string; title: string; path: string }

/** Names and addresses of what is watched, by "kind:ref". What is no more is left out. */
export async function namesOf(refs: { kind: WatchKind; ref: string }[]): Promise<Map<string, Watched>> {
  const of = (kind: WatchKind) => [...new Set(refs.filter((ref) => ref.kind === kind).map(({ ref }) => ref))]
  const laws = of('law')
  const [pages, tree, organisations, register] = await Promise.all([
    pageNames(of('page').map(Number)),
    headingTree(),
    db.organisation.findMany({ where: { id: { in: of('organisation').map(Number) } } }),
    laws.length > 0 ? listLaws() : [],
  ])
  const found: Watched[] = [
    ...[...pages.values()].map(({ id, title, path }) => watched('page', String(id), title, path)),
    ...of('category').flatMap((code) => watchedHeading(code, tree)),
    ...organisations.map((row) => watched('organisation', String(row.id), row.name, organisationPath(row))),
    ...register
      .filter(({ code }) => laws.includes(code))
      .map((law) => watched('law', law.code, law.name, lawEntryPath(law.code))),
    ...(await watchedSearches(of('search'))),
  ]
  return new Map(found.map((entry) => [`${entry.kind}:${entry.ref}`, entry]))
}

/** Titles and addresses of pages as their newest version has them, whatever has become of them since. */
export async function pageNames(ids: number[]): Promise<Map<number, PageName>> {
  const rows = await db.$queryRaw<Omit<PageName, 'path'>[]>`
    SELECT p.id, p.kind::text AS kind, p.slug, r.content ->> 'title' AS title
    FROM page p JOIN revision r ON r.page_id = p.id AND r.number = p.head_number
    WHERE p.id = ANY(${[...new Set(ids)]}::int[])`
  return new Map(rows.map((row) => [row.id, { ...row, path: pagePath(row) }]))
}

/** A heading that is out of use is watched for what it became. */
function watchedHeading(code: string, tree: HeadingTree): Watched[] {
  const heading = tree.get(code)
  if (!heading) return []
  const next = heading.retiredAt === null ? [] : leadsTo(code, tree).flatMap((it) => tree.get(it)?.name ?? [])
  const name = next.length > 0 ? `${heading.name} (now ${next.join(', ')})` : heading.name
  return [watched('category', code, name, categoryPath(heading))]
}

function watched(kind: WatchKind, ref: string, name: string, path: string): Watched {
  return { kind, ref, name, path }
}

async function watchedSearches(refs: string[]): Promise<Watched[]> {
  if (refs.length === 0) return []
  const states = refs.map(savedState)
  const names = await findValueNames({
    organisation: states.flatMap(({ filter }) => filter.organisation ?? []),
  })
  return states.map((state, place) =>
    watched('search', refs[place] as string, savedName(state, names), resultsPath(state)),
  )
}
