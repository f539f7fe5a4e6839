import { receiveUpload } from '@/app/files/receive'
import { getViewer } from '@/lib/auth/session'
import type { FieldError } from '@/lib/platform/form'

/** Takes one file: multipart with `file`, `licence` and `confirm`. Answers 201 with where it is, or what is wrong. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await getViewer()
  if (!viewer) return problem(401, 'Sign in first, then send the file again.')
  const form = await request.formData().catch(() => null)
  if (!form)
    return problem(422, 'Send the file as a form: multipart/form-data with file, licence and confirm.')

  const received = await receiveUpload(viewer, form)
  if (!received.ok) return problem(received.status, received.message, received.errors, received.wait)
  const { id, url, name, type, bytes, width, height } = received.file
  return Response.json(
    { id, url, name, type, bytes, width, height },
    { status: 201, headers: { ...PRIVATE, Location: url } },
  )
}

const PRIVATE = { 'Cache-Control': 'private, no-store' }

function problem(status: number, title: string, errors: FieldError[] = [], wait = 0): Response {
  const body = {
    type: 'about:blank',
    title,
    status,
    errors: errors.map(({ field, message }) => ({ path: field, message })),
  }
  const headers = {
    ...PRIVATE,
    'Content-Type': 'application/problem+json',
    ...(wait ? { 'Retry-After': String(wait) } : {}),
  }
  return new Response(JSON.stringify(body), { status, headers })
}
