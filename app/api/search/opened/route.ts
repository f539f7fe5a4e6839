import { z } from 'zod'
import { clientAddress, getViewer } from '@/lib/auth/session'
import { countRequest } from '@/lib/platform/rate-limit'
import { noteOpened, noteShown } from '@/lib/wanted/note-search'

const told = z.object({ words: z.string().max(200), event: z.enum(['shown', 'opened']) })

/** Told by components/islands/opened.js: results were shown for these words, or one of them was opened. */
export async function POST(request: Request): Promise<Response> {
  const address = await clientAddress()
  if ((await countRequest('search-opened', address)) > 0) return answer(429)
  const form = await request.formData().catch(() => null)
  const read = told.safeParse({ words: form?.get('words'), event: form?.get('event') })
  if (!read.success) return answer(400)

  const { words, event } = read.data
  if (event === 'opened') await noteOpened({ words })
  else await noteShown({ words, visitor: (await getViewer())?.id ?? address })
  return answer(204)
}

function answer(status: 204 | 400 | 429): Response {
  return new Response(null, { status, headers: { 'Cache-Control': 'no-store' } })
}
