import { getViewer } from '@/lib/auth/session'
import { favouriteIds } from '@/lib/favourites/favourites'
import { countUnread } from '@/lib/following/notifications'
import { watchedRefs } from '@/lib/following/watches'
import { findWhoseRules } from '@/lib/people/whose-rules'
import { canReview } from '@/lib/review/access'

/** What belongs to one person on a page that is the same for all: read by components/islands/me.js. */
export async function GET(): Promise<Response> {
  const viewer = await getViewer()
  const me = viewer && {
    name: viewer.name,
    role: viewer.role,
    demonstration: viewer.demonstration,
    reviews: canReview(viewer),
    favourites: await favouriteIds(viewer),
    watches: await watchedRefs(viewer),
    unread: await countUnread(viewer),
    us: await findWhoseRules(viewer),
  }
  return Response.json({ me }, { headers: { 'Cache-Control': 'private, no-store' } })
}
