import 'server-only'
import { db } from '@/lib/platform/db'
import { offeredPages } from '@/lib/wanted/pages'
import { wantedItemPath, wantedPath } from '@/lib/wanted/paths'
import { EVENT_KINDS, type EventKind } from '@/lib/wanted/vocabulary'
import type { Deed, NotificationRow } from './describe'

/** What happened to requests on the wanted list, by the id of the row that tells it. */
export async function wantedDeedsOf(rows: NotificationRow[]): Promise<Map<number, Deed>> {
  const told = rows.filter(({ kind }) => kind === 'wanted')
  if (told.length === 0) return new Map()
  const events = await db.wantedEvent.findMany({
    where: { id: { in: told.map(({ happening }) => Number(happening.slice('wanted:'.length))) } },
    include: { wanted: true, organisation: { select: { name: true } } },
  })
  const pages = await offeredPages(events.map(({ pageId }) => pageId))
  return new Map(
    told.flatMap((row): [number, Deed][] => {
      const event = events.find(({ id }) => row.happening === `wanted:${id}`)
      if (!event) return []
      const { actorId, wanted, organisation } = event
      const kind = event.kind as EventKind
      const page = event.pageId ? pages.get(event.pageId) : undefined
      // A claim keeps its day where others keep what somebody wrote.
      const written = kind === 'claimed' ? `${organisation?.name}, by ${event.note}` : event.note
      const note = [page?.title, written].filter(Boolean).join('. ')
      const hidden = wanted.state === 'hidden'
      const path = hidden ? wantedPath : wantedItemPath(wanted)
      const pathLabel = hidden ? 'See what is wanted' : 'Open the request'
      return [[row.id, { actorId, title: wanted.title, note, what: EVENT_KINDS[kind], path, pathLabel }]]
    }),
  )
}
