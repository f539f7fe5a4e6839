import 'server-only'
import { changePath } from '@/lib/nomenclature/paths'
import { listDecided } from '@/lib/nomenclature/queries'
import type { Deed, NotificationRow } from './describe'

/** Changes of the contents hierarchy, by the id of the row that tells them. */
export async function hierarchyDeedsOf(rows: NotificationRow[]): Promise<Map<number, Deed>> {
  const told = rows.flatMap((row) => {
    const [, id, undone] = /^hierarchy:(\d+)(:undone)?$/.exec(row.happening) ?? []
    return id ? [{ row, id: Number(id), undone: undone !== undefined }] : []
  })
  if (told.length === 0) return new Map()
  const changes = await listDecided(told.map(({ id }) => id))
  return new Map(
    told.flatMap(({ row, id, undone }): [number, Deed][] => {
      const change = changes.get(id)
      if (!change) return []
      const { title, decision, decidedBy, undoReason, undoneBy } = change
      const words = undone
        ? { actorId: undoneBy, note: undoReason, what: 'Change of headings undone' }
        : { actorId: decidedBy, note: decision, what: 'Headings changed' }
      return [[row.id, { ...words, title, path: changePath(id), pathLabel: 'Read the decision' }]]
    }),
  )
}
