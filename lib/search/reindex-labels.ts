import 'server-only'
import { db, type PageKind, type Tx } from '@/lib/platform/db'
import { type Choices, standsFor } from '@/lib/taxonomy/effective'
import { choicesOf } from '@/lib/taxonomy/hierarchy'
import { type HeadingTree, headingTree, listCodesLeadingTo } from '@/lib/taxonomy/queries'

const atOnce = 200

/** The names and other names of what these labels stand for on a page: by them a search finds it. */
export async function labelsOf(pageId: number, codes: string[]): Promise<string[]> {
  return wordsOf(codes, await headingTree(), (await choicesOf(db, [pageId])).get(pageId))
}

/** Writes anew by which labels the pages are found that a change of the hierarchy concerns, a part at a time. */
export async function reindexHierarchy({ changeId }: { changeId: number }): Promise<void> {
  const change = await db.categoryChange.findUnique({ where: { id: changeId }, select: { codes: true } })
  if (!change) return
  const tree = await headingTree()
  const codes = [...change.codes, ...(await listCodesLeadingTo(change.codes))]
  for (let last = 0, more = true; more; ) {
    const pages = await db.$transaction((tx) => reindexSome(tx, { codes, tree, after: last }))
    last = pages.at(-1) ?? last
    more = pages.length === atOnce
  }
}

type Some = { codes: string[]; tree: HeadingTree; after: number }

/** Held while it is written: a save of one of these pages is indexed afterwards, not overwritten. */
async function reindexSome(tx: Tx, { codes, tree, after }: Some): Promise<number[]> {
  const pages = await tx.$queryRaw<{ id: number; kind: PageKind; labels: string[] }[]>`
    SELECT p.id, p.kind, ARRAY(SELECT jsonb_array_elements_text(r.content -> 'categories')) AS labels
    FROM page p JOIN revision r ON r.page_id = p.id AND r.number = p.head_number
    WHERE p.id > ${after} AND p.state = 'live' AND (p.id IN (SELECT page_id FROM case_study WHERE labels && ${codes}::text[])
      OR p.kind = 'story' AND r.content -> 'categories' ?| ${codes}::text[])
    ORDER BY p.id LIMIT ${atOnce} FOR KEY SHARE OF p`
  const ids = pages.map(({ id }) => id)
  const choices = await choicesOf(tx, ids)
  const kinds = pages.map(({ kind }) => kind)
  const words = pages.map(({ id, labels }) => wordsOf(labels, tree, choices.get(id)).join(', '))
  await tx.$executeRaw`UPDATE search_document d SET keywords = k.words, changed_at = now()
    FROM unnest(${ids}::int[], ${kinds}::text[], ${words}::text[]) k (id, kind, words)
    WHERE d.ref_id = k.id AND d.kind = k.kind AND d.keywords <> k.words`
  return ids
}

function wordsOf(codes: string[], tree: HeadingTree, choices?: Choices): string[] {
  const standing = new Set(codes.flatMap((code) => standsFor(code, tree, choices)))
  return [...tree.values()]
    .filter(({ code }) => standing.has(code))
    .flatMap(({ name, alsoCalled }) => [name, ...alsoCalled])
}
