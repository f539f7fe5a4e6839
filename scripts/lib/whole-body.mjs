// A form is read whole before Next sees it: its parser answers a broken or endless body with 500, we with 400 or 413.
import { IncomingMessage } from 'node:http'

const MB = 1024 * 1024
// Where people send files: the largest one, and the rest of the form around it.
const UPLOADS = /^\/(?:api\/files|files\/new|case-studies\/new\/from-word)\/?(?:\?|$)/

/** How many bytes a request to this address may carry. */
export function bodyMaxFor(url) {
  return UPLOADS.test(url) ? 21 * MB : MB
}

/** The request with its body read and found well formed, or why it is refused: 'too-large' or 'broken'. */
export async function withWholeBody(request) {
  const body = await readUpTo(request, bodyMaxFor(request.url ?? '/'))
  if (body === null) return { refused: 'too-large' }
  if (!(await isWellFormed(body, request.headers['content-type'] ?? ''))) return { refused: 'broken' }
  return { request: replay(request, body) }
}

async function readUpTo(request, most) {
  const chunks = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function isWellFormed(body, type) {
  if (!/^multipart\/form-data/i.test(type)) return true
  try {
    await new Response(body, { headers: { 'content-type': type } }).formData()
    return true
  } catch {
    return false
  }
}

/** The same request with its body to be read once more. */
function replay(request, body) {
  const again = new IncomingMessage(request.socket)
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request
  Object.assign(again, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, complete: true })
  again.headers = { ...headers, 'content-length': String(body.length) }
  delete again.headers['transfer-encoding']
  again.rawHeaders = rawHeaders
  again.push(body)
  again.push(null)
  return again
}
