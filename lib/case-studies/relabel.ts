import 'server-only'
import { Prisma, type Tx } from '@/lib/platform/db'
import { effectiveLabels, type Tree } from '@/lib/taxonomy/effective'
import { choicesOf } from '@/lib/taxonomy/hierarchy'

type Standing = { code: string; ticked: boolean }

/**
 * Works out anew where case studies stand that are labelled with one of these codes, in the transaction that locked and
 * changed the hierarchy. Returns how many there are. Their contents stay as they are.
 */
export async function relabel(tx: Tx, codes: string[], tree: Tree): Promise<number> {
  const [found] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM case_study WHERE labels && ${codes}::text[]`
  if (!found?.n) return 0

  const standing = await standingOf(tx, codes, tree)
  await tx.$executeRaw`WITH standing AS MATERIALIZED (${standing})
    DELETE FROM case_study_category c USING case_study cs
    WHERE cs.labels && ${codes}::text[] AND c.page_id = cs.page_id
      AND NOT EXISTS (SELECT FROM standing s WHERE s.page_id = c.page_id AND s.code = c.code)`
  await tx.$executeRaw`WITH standing AS MATERIALIZED (${standing})
    INSERT INTO case_study_category (page_id, code, ticked) SELECT page_id, code, ticked FROM standing s
    WHERE NOT EXISTS (SELECT FROM case_study_category c
      WHERE c.page_id = s.page_id AND c.code = s.code AND c.ticked = s.ticked)
    ON CONFLICT (page_id, code) DO UPDATE SET ticked = EXCLUDED.ticked`
  return found.n
}

/**
 * Where each page stands, as a query. What a label leads to does not depend on the other labels, so it is worked out
 * once for each code, and page by page only for those of which something was chosen.
 */
async function standingOf(tx: Tx, codes: string[], tree: Tree): Promise<Prisma.Sql> {
  const chosen = await chosenOf(tx, codes, tree)
  const general = [...tree.keys()].flatMap((label) =>
    effectiveLabels([label], tree).map((standing) => ({ label, ...standing })),
  )
  const labels = general.map(({ label }) => label)
  return Prisma.sql`SELECT cs.page_id, g.code, bool_or(g.ticked) AS ticked FROM case_study cs
      CROSS JOIN LATERAL unnest(cs.labels) AS written (label)
      JOIN unnest(${labels}::text[], ${column(general, 'code')}::text[], ${column(general, 'ticked')}::boolean[])
        AS g (label, code, ticked) ON g.label = written.label
      WHERE cs.labels && ${codes}::text[] AND cs.page_id <> ALL (${chosen.pages}::int[]) GROUP BY 1, 2
    UNION ALL SELECT * FROM unnest(${column(chosen.rows, 'id')}::int[], ${column(chosen.rows, 'code')}::text[],
      ${column(chosen.rows, 'ticked')}::boolean[])`
}

async function chosenOf(tx: Tx, codes: string[], tree: Tree) {
  const pages = await tx.$queryRaw<{ id: number; labels: string[] }[]>`
    SELECT page_id AS id, labels FROM case_study
    WHERE labels && ${codes}::text[] AND page_id IN (SELECT page_id FROM category_choice)`
  const ids = pages.map(({ id }) => id)
  const choices = await choicesOf(tx, ids)
  const rows = pages.flatMap(({ id, labels }) =>
    effectiveLabels(labels, tree, choices.get(id)).map((standing) => ({ id, ...standing })),
  )
  return { pages: ids, rows }
}

function column<Row extends Standing, Name extends keyof Row>(rows: Row[], name: Name): Row[Name][] {
  return rows.map((row) => row[name])
}
