import 'server-only'
import { listLaws } from '@/lib/legal/queries'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { followMerges, idsLeadingTo } from '@/lib/revisions/merges'
import { leadsTo } from '@/lib/taxonomy/effective'
import { type HeadingTree, headingTree } from '@/lib/taxonomy/queries'
import type { SignedIn } from '@/lib/users/access'
import { watchesMax } from './limits'
import { namesOf, type Watched } from './names'
import type { WatchChoice } from './schema'
import type { WatchKind } from './vocabulary'

type What = Pick<WatchChoice, 'kind' | 'ref'>

/** Watches a page, category, organisation, search or law. Doing so twice changes nothing. */
export async function addWatch(
  viewer: SignedIn,
  what: What,
): Promise<Outcome<null, 'not-found' | 'too-many'>> {
  if (!(await exists(what))) return refused('not-found')
  if ((await db.watch.count({ where: { personId: viewer.id } })) >= watchesMax) return refused('too-many')
  const { kind, ref } = what
  await db.watch.createMany({ data: [{ personId: viewer.id, kind, ref }], skipDuplicates: true })
  return done(null)
}

export async function removeWatch(viewer: { id: string }, { kind, ref }: What): Promise<void> {
  const refs = await refsLeadingTo({ kind, ref })
  await db.watch.deleteMany({ where: { personId: viewer.id, kind, ref: { in: refs } } })
}

/** Takes one entry off a person's own list. */
export async function stopWatch(viewer: SignedIn, id: number): Promise<void> {
  await db.watch.deleteMany({ where: { id, personId: viewer.id } })
}

/** What a person watches, as "page:12": read by components/islands/me.js. */
export async function watchedRefs(viewer: SignedIn): Promise<string[]> {
  const rows = await db.watch.findMany({ where: { personId: viewer.id }, select: { kind: true, ref: true } })
  const pages = rows.flatMap(({ kind, ref }) => (kind === 'page' ? [Number(ref)] : []))
  const ends = await followMerges(db, pages)
  const tree = await headingTree()
  const refsNow = ({ kind, ref }: { kind: string; ref: string }) => {
    if (kind === 'page') return [String(ends.get(Number(ref)) ?? ref)]
    return kind === 'category' ? [ref, ...becameOf(ref, tree)] : [ref]
  }
  return [...new Set(rows.flatMap((row) => refsNow(row).map((ref) => `${row.kind}:${ref}`)))]
}

/** What a person watches, by name, the newest first. */
export async function listWatches(viewer: SignedIn): Promise<(Watched & { id: number })[]> {
  const rows = await db.watch.findMany({
    where: { personId: viewer.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  const names = await namesOf(rows.map(({ kind, ref }) => ({ kind: kind as WatchKind, ref })))
  return rows.flatMap(({ id, kind, ref }) => {
    const watched = names.get(`${kind}:${ref}`)
    return watched ? [{ id, ...watched }] : []
  })
}

/** A page is watched by what was merged into it as well, and a heading by what it was before. */
async function refsLeadingTo({ kind, ref }: What): Promise<string[]> {
  if (kind === 'page') return (await idsLeadingTo(db, Number(ref))).map(String)
  if (kind !== 'category') return [ref]
  const tree = await headingTree()
  return [ref, ...[...tree.keys()].filter((code) => becameOf(code, tree).includes(ref))]
}

/** What a watched heading was merged or split into. Whoever watched one that was retired does not watch its section. */
function becameOf(code: string, tree: HeadingTree): string[] {
  return leadsTo(code, tree).filter((it) => it !== code && tree.get(it)?.parentCode !== null)
}

async function exists({ kind, ref }: What): Promise<boolean> {
  if (kind === 'page') return (await db.page.count({ where: { id: Number(ref), state: 'live' } })) > 0
  if (kind === 'category') return (await db.category.count({ where: { code: ref } })) > 0
  if (kind === 'organisation') return (await db.organisation.count({ where: { id: Number(ref) } })) > 0
  if (kind === 'law') return (await listLaws()).some(({ code }) => code === ref)
  return true
}
