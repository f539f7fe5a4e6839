import 'server-only'
import { dateOfDay, today } from '@/lib/platform/day'
import { db, type Tx } from '@/lib/platform/db'
import { gapsMax, peopleMin } from './limits'
import { markOf } from './mark'

/** `none`: nothing was found. `unopened`: something was shown, and whether it is opened is counted beside it. */
type GapKind = 'none' | 'unopened'
type Gap = { words: string; kind: GapKind; visitor: string }

/**
 * Counts one search. Of whoever made it there is kept, until five different people are counted, a number that one in
 * 256 people shares, and the day; then not even that. Answers whether this was the fifth.
 */
export function countGap(gap: Gap): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { words, kind } = gap
    const day = dateOfDay(today())
    const [row] = await tx.$queryRaw<{ enough: boolean; isNew: boolean }[]>`
      INSERT INTO search_gap AS g (words, kind, first_on, last_on) VALUES (${words}, ${kind}, ${day}::date, ${day}::date)
      ON CONFLICT (words, kind) DO UPDATE SET times = g.times + 1, last_on = excluded.last_on
      RETURNING enough, xmax::text = '0' AS "isNew"`
    if (!row || row.enough) return false
    if (row.isNew && !(await madeRoom(tx, gap))) return false
    return addMark(tx, gap, day)
  })
}

/** Counts that one of the results shown for these words was opened. */
export async function countOpened(words: string): Promise<void> {
  await db.$executeRaw`
    UPDATE search_gap SET opened = opened + 1 WHERE words = ${words} AND kind = 'unopened' AND opened < times`
}

/** Something is found by these words now. */
export async function forgetGap(words: string): Promise<void> {
  await db.$executeRaw`DELETE FROM search_gap WHERE words = ${words} AND kind = 'none'`
}

async function addMark(tx: Tx, gap: Gap, madeOn: Date): Promise<boolean> {
  const { words, kind } = gap
  const mark = markOf(gap)
  await tx.searchGapMark.createMany({ data: [{ words, kind, mark, madeOn }], skipDuplicates: true })
  if ((await tx.searchGapMark.count({ where: { words, kind } })) < peopleMin) return false
  await tx.searchGapMark.deleteMany({ where: { words, kind } })
  await tx.searchGap.update({ where: { words_kind: { words, kind } }, data: { enough: true } })
  return true
}

/** Keeps the table small: the oldest searches that were made once go; where there are none, the new one is not counted. */
async function madeRoom(tx: Tx, { words, kind }: Gap): Promise<boolean> {
  const over = (await tx.searchGap.count({ where: { kind } })) - gapsMax
  if (over <= 0) return true
  const gone = await tx.$executeRaw`
    DELETE FROM search_gap WHERE kind = ${kind} AND words IN (
      SELECT words FROM search_gap WHERE kind = ${kind} AND times = 1 AND words <> ${words}
      ORDER BY last_on, words LIMIT ${over} FOR UPDATE SKIP LOCKED)`
  if (gone > 0) return true
  await tx.searchGap.delete({ where: { words_kind: { words, kind } } })
  return false
}
