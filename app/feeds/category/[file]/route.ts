import { answerFeed, feedName } from '@/app/_shared/feed-answer'
import { listAllHeadings } from '@/lib/taxonomy/queries'

type Context = { params: Promise<{ file: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const code = feedName((await params).file)?.toUpperCase()
  const heading = (await listAllHeadings()).find((entry) => entry.code === code)
  if (!heading) return new Response('There is no such category.\n', { status: 404 })
  return answerFeed(request, `${heading.name}: recent changes`, { category: heading.code })
}
