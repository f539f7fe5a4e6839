import 'server-only'
import { lawEntryPath } from '@/lib/legal/paths'
import { listLaws } from '@/lib/legal/queries'
import { organisationPath } from '@/lib/organisations/paths'
import { pagePath } from '@/lib/pages/paths'
import { db, type PageKind } from '@/lib/platform/db'
import { categoryPath } from '@/lib/taxonomy/paths'
import type { WatchKind } from './vocabulary'

export type Watched = { kind: WatchKind; ref: string; name: string; path: string }
export type PageName = { id: number; kind: PageKind; slug: string; title: string; path: string }

/** Names and addresses of what is watched, by "kind:ref". What is no more is left out. */
export async function namesOf(refs: { kind: WatchKind; ref: string }[]): Promise<Map<string, Watched>> {
  const of = (kind: WatchKind) => [...new Set(refs.filter((ref) => ref.kind === kind).map(({ ref }) => ref))]
  const laws = of('law')
  const [pages, categories, organisations, register] = await Promise.all([
    pageNames(of('page').map(Number)),
    db.category.findMany({ where: { code: { in: of('category') } } }),
    db.organisation.findMany({ where: { id: { in: of('organisation').map(Number) } } }),
    laws.length > 0 ? listLaws() : [],
  ])
  const found: Watched[] = [
    ...[...pages.values()].map(({ id, title, path }) => watched('page', String(id), title, path)),
    ...categories.map((row) => watched('category', row.code, row.name, categoryPath(row))),
    ...organisations.map((row) => watched('organisation', String(row.id), row.name, organisationPath(row))),
    ...register
      .filter(({ code }) => laws.includes(code))
      .map((law) => watched('law', law.code, law.name, lawEntryPath(law.code))),
    ...of('search').map((words) => watched('search', words, `“${words}”`, searchPath(words))),
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

function watched(kind: WatchKind, ref: string, name: string, path: string): Watched {
  return { kind, ref, name, path }
}

function searchPath(words: string): string {
  return `/search?q=${encodeURIComponent(words)}`
}
