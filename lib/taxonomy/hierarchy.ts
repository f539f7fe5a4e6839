import 'server-only'
import { Prisma, type Tx } from '@/lib/platform/db'
import { type Choices, type Node, type Tree, treeOf } from './effective'

// Any number: the one that nothing else in this database locks.
const LOCK = 7_410_233

/** An expression of SQL that keeps the hierarchy as it stands until the transaction ends. What follows may read it. */
export const HOLD_HIERARCHY = Prisma.sql`pg_advisory_xact_lock_shared(${LOCK})::text`

/** The hierarchy as a query of one value, for `treeOf`: to be read along with something else. */
export const HEADINGS = Prisma.sql`
  SELECT jsonb_agg(jsonb_build_object('code', code, 'parentCode', parent_code, 'successors', successors,
    'retiredAt', retired_at)) FROM category`

/**
 * The hierarchy as it stands until this transaction ends: whoever would change it waits. Held before anything of a
 * page's labels is written.
 */
export async function heldTree(tx: Tx): Promise<Tree> {
  await holdHierarchy(tx)
  return readTree(tx)
}

/** Keeps the hierarchy as it stands until this transaction ends. */
export async function holdHierarchy(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT FROM pg_advisory_xact_lock_shared(${LOCK})`
}

/** Waits until no save is under way, and lets none begin to write labels before this transaction ends. */
export async function lockHierarchy(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT FROM pg_advisory_xact_lock(${LOCK})`
}

export async function readTree(tx: Tx): Promise<Tree> {
  const [row] = await tx.$queryRaw<{ nodes: Node[] | null }[]>`SELECT (${HEADINGS}) AS nodes`
  return treeOf(row?.nodes ?? [])
}

/** What was chosen for these pages where a heading was split, by page. A change that was undone counts no more. */
export async function choicesOf(tx: Tx, pageIds: number[]): Promise<Map<number, Choices>> {
  const rows = await tx.$queryRaw<{ pageId: number; code: string; targets: string[] }[]>`
    SELECT page_id AS "pageId", code, targets FROM category_choice c JOIN category_change h ON h.id = c.change_id
    WHERE c.page_id = ANY(${pageIds}::int[]) AND h.state = 'applied'`
  const choices = new Map<number, Map<string, string[]>>()
  for (const { pageId, code, targets } of rows)
    choices.set(pageId, (choices.get(pageId) ?? new Map()).set(code, targets))
  return choices
}
