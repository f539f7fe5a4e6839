import 'server-only'
import { listDecided } from '@/lib/nomenclature/queries'
import { tell } from './tell'
import { watchersOfHeadings } from './watchers'

/** Tells those who watch a heading that it was changed, or that a change was undone: each person once. */
export async function notifyOfHierarchy({ changeId }: { changeId: number }): Promise<void> {
  const change = (await listDecided([changeId])).get(changeId)
  if (!change) return
  const undone = change.state === 'undone'
  const happening = `hierarchy:${changeId}${undone ? ':undone' : ''}`
  const reasons = await watchersOfHeadings(change.codes)
  await tell({ happening, kind: 'category' }, reasons, undone ? change.undoneBy : change.decidedBy)
}
