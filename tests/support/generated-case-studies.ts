import { relabel } from '@/lib/case-studies/relabel'
import { db, type Tx } from '@/lib/platform/db'
import { recountWords } from '@/lib/search/words-count'
import { readTree } from '@/lib/taxonomy/hierarchy'

/**
 * Adds so many copies of a case study, each with labels of its own and with `shared`, straight into the tables: saving
 * them would take minutes.
 */
export async function addCopies(pageId: number, count: number, shared: string): Promise<void> {
  await db.$transaction((tx) => insertCopies(tx, pageId, count, shared), { timeout: 120_000 })
  await recountWords()
  const tree = await readTree(db)
  await db.$transaction((tx) => relabel(tx, [...tree.keys()], tree))
}

async function insertCopies(tx: Tx, pageId: number, count: number, shared: string): Promise<void> {
  await tx.$executeRaw`SET LOCAL cupboard.counts_words_later = 'on'`
  await tx.$executeRaw`
    INSERT INTO page (kind, slug, head_number) SELECT 'case_study', 'copy', 1 FROM generate_series(1, ${count}::int)`
  await tx.$executeRaw`
    CREATE TEMPORARY TABLE labelled AS SELECT id, ARRAY(SELECT DISTINCT code FROM (
      (SELECT code FROM category WHERE parent_code IS NOT NULL ORDER BY md5(id || code) LIMIT id % 6)
      UNION ALL SELECT ${shared}) codes ORDER BY code) AS labels
    FROM page WHERE slug = 'copy'`
  await tx.$executeRaw`
    INSERT INTO revision SELECT (jsonb_populate_record(r, jsonb_build_object('page_id', l.id,
      'content', r.content || jsonb_build_object('categories', l.labels)))).*
    FROM labelled l, revision r WHERE r.page_id = ${pageId} AND r.number = 1`
  await tx.$executeRaw`
    INSERT INTO case_study SELECT (jsonb_populate_record(c, jsonb_build_object('page_id', l.id, 'labels', l.labels))).*
    FROM labelled l, case_study c WHERE c.page_id = ${pageId}`
  await tx.$executeRaw`
    INSERT INTO search_document (id, kind, ref, page_id, title, texts, words, lead, facets, acl, quality, type_rank, version)
    SELECT 'case-' || l.id, 'case_study', l.id, l.id, title, texts, words, lead, facets, acl, quality, type_rank, 0
    FROM labelled l, search_document WHERE page_id = ${pageId}`
  await tx.$executeRaw`DROP TABLE labelled`
}
