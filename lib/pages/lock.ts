import 'server-only'
import { db, type PageKind, type Tx } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import type { PageState } from '@/lib/revisions/append'
import { idsLeadingTo } from '@/lib/revisions/merges'

export type HeldPage = {
  id: number
  kind: PageKind
  slug: string
  headNumber: number
  state: PageState
  mergedInto: number | null
}

/** Locks pages against savers and against each other, and returns those that exist by their ids. */
export async function lockPages(tx: Tx, ids: number[]): Promise<Map<number, HeldPage>> {
  const rows = await tx.$queryRaw<HeldPage[]>`
    SELECT id, kind, slug, head_number AS "headNumber", state, merged_into AS "mergedInto"
    FROM page WHERE id = ANY(${ids}) ORDER BY id FOR UPDATE`
  return new Map(rows.map((row) => [row.id, row]))
}

/** The live stories whose current version names one of these case studies. */
export async function storiesNaming(tx: Tx, ids: number[]): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT page.id FROM page JOIN revision ON page_id = page.id AND number = head_number
    WHERE kind = 'story' AND state = 'live' AND EXISTS (
      SELECT FROM jsonb_path_query(content, '$.stages[*].caseStudies[*]') named WHERE named::int = ANY(${ids}))
    ORDER BY page.id`
  return rows.map((row) => row.id)
}

type Held = { pages: Map<number, HeldPage>; stories: number[] }

/**
 * Runs `work` with these pages locked, and before them every story that names one of them: a story is always locked
 * before the case studies that it names, so that no two transactions wait for each other. A story that began to name
 * one meanwhile makes it start again.
 */
export async function withPagesAndStories<Result>(
  ids: number[],
  work: (tx: Tx, held: Held) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(async (tx) => {
        const stories = await namersOf(tx, ids)
        await lockPages(tx, stories)
        const pages = await lockPages(tx, ids)
        if ((await namersOf(tx, ids)).some((id) => !stories.includes(id))) throw new StoryCameBetween()
        return work(tx, { pages, stories })
      })
    } catch (error) {
      if (!(error instanceof StoryCameBetween) || attempt === 10) throw error
      log('info', 'a story began to name a page that is being moved: once more', { attempt })
    }
  }
}

class StoryCameBetween extends Error {}

async function namersOf(tx: Tx, ids: number[]): Promise<number[]> {
  const named = await Promise.all(ids.map((id) => idsLeadingTo(tx, id)))
  return storiesNaming(tx, named.flat())
}
