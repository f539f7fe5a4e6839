import 'server-only'
import { db } from '@/lib/platform/db'
import { everybody } from './access'
import { postgres } from './engines/postgres/engine'
import { filterOf } from './filter'
import { perPageUsual } from './limits'
import { planOf } from './plan/expand'
import { savedState } from './saved'

/** Which of these saved searches find a page, or a file that it links, as the index has them now. */
export async function searchesFinding(page: { id: number }, saved: string[]): Promise<string[]> {
  if (saved.length === 0) return []
  const documents = await db.searchDocument.findMany({ where: { pageId: page.id }, select: { id: true } })
  const only = documents.map(({ id }) => id)
  if (only.length === 0) return []

  const finding: string[] = []
  for (const ref of saved) if (await findsOneOf(only, ref)) finding.push(ref)
  return finding
}

async function findsOneOf(only: string[], ref: string): Promise<boolean> {
  const state = savedState(ref)
  if (state.refusal) return false
  const [plan, filter] = await Promise.all([
    planOf({ typed: state.words, exactly: state.exactly, acl: everybody }),
    filterOf(state),
  ])
  const { total } = await postgres.find({
    plan,
    filter,
    only,
    match: 'all',
    // Whether anything is found is all that is asked: nothing need be put in order.
    sort: 'changed',
    page: 1,
    perPage: perPageUsual,
    acl: [...everybody],
  })
  return total > 0
}
