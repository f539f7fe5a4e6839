import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { effectiveLabels, type Tree } from '@/lib/taxonomy/effective'
import { choicesOf } from '@/lib/taxonomy/hierarchy'

type Labelled = { id: number; labels: string[] }

/**
 * Works out anew where case studies stand that are labelled with one of these codes, in the transaction that changed the
 * hierarchy. Returns how many there are. Their contents stay as they are.
 */
export async function relabel(tx: Tx, codes: string[], tree: Tree): Promise<number> {
  // Held: a page that is being withdrawn is either gone already or waits until this is done.
  const pages = await tx.$queryRaw<Labelled[]>`
    SELECT page_id AS id, labels FROM case_study WHERE labels && ${codes}::text[] ORDER BY page_id FOR KEY SHARE`
  if (pages.length === 0) return 0

  const ids = pages.map(({ id }) => id)
  const rows = await rowsOf(tx, pages, tree)
  await tx.$executeRaw`DELETE FROM case_study_category WHERE page_id = ANY(${ids}::int[])`
  await tx.$executeRaw`INSERT INTO case_study_category (page_id, code, ticked)
    SELECT * FROM unnest(${rows.ids}::int[], ${rows.codes}::text[], ${rows.ticked}::boolean[])`
  return pages.length
}

async function rowsOf(tx: Tx, pages: Labelled[], tree: Tree) {
  const choices = await choicesOf(
    tx,
    pages.map(({ id }) => id),
  )
  const rows = { ids: [] as number[], codes: [] as string[], ticked: [] as boolean[] }
  const known = new Map<string, ReturnType<typeof effectiveLabels>>()
  for (const { id, labels } of pages) {
    const chosen = choices.get(id)
    const key = labels.join()
    const standing = (chosen ? undefined : known.get(key)) ?? effectiveLabels(labels, tree, chosen)
    if (!chosen) known.set(key, standing)
    for (const { code, ticked } of standing) {
      rows.ids.push(id)
      rows.codes.push(code)
      rows.ticked.push(ticked)
    }
  }
  return rows
}
