import { answerFeed, feedName } from '@/app/_shared/feed-answer'
import { findOrganisation } from '@/lib/organisations/queries'
import { idOf } from '@/lib/platform/slug'

type Context = { params: Promise<{ file: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const id = idOf(feedName((await params).file) ?? '')
  const organisation = id === null ? null : await findOrganisation(id)
  if (!organisation) return new Response('There is no such organisation.\n', { status: 404 })
  return answerFeed(request, `${organisation.name}: recent changes`, { organisation: organisation.id })
}
