import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { getViewer } from '@/lib/auth/session'
import { encodeName } from '@/lib/media/paths'
import { findVisibleFile, type OpenedFile } from '@/lib/media/queries'
import { storedAt } from '@/lib/media/store'
import { idOf } from '@/lib/platform/slug'

type Context = { params: Promise<{ file: string }> }

/** A file as it was stored. One that no published page links is missing for everybody but its uploader. */
export async function GET(request: Request, context: Context): Promise<Response> {
  return answer(request, context, async ({ sha256 }) => {
    const file = await open(storedAt(sha256))
    return Readable.toWeb(file.createReadStream()) as ReadableStream
  })
}

export async function HEAD(request: Request, context: Context): Promise<Response> {
  return answer(request, context, async () => null)
}

async function answer(
  request: Request,
  { params }: Context,
  bodyOf: (file: OpenedFile) => Promise<ReadableStream | null>,
): Promise<Response> {
  const id = idOf((await params).file)
  const file = id === null ? null : await findVisibleFile(getViewer, id)
  if (!file) return missing()
  const { pathname } = new URL(request.url)
  if (decoded(pathname) !== decoded(file.url)) return moved(file)

  const headers = headersOf(file)
  if (isKnown(request.headers.get('if-none-match'), headers.ETag))
    return new Response(null, { status: 304, headers })
  return new Response(await bodyOf(file), { headers: { ...headers, 'Content-Length': String(file.bytes) } })
}

const GUARDED = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Frame-Options': 'DENY',
}

function headersOf({ type, name, isPicture, sha256, isPublished }: OpenedFile) {
  return {
    'Content-Type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'Content-Disposition': `${isPicture ? 'inline' : 'attachment'}; filename="${asciiOf(name)}"; filename*=UTF-8''${encodeName(name)}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    ...GUARDED,
    'Cache-Control': isPublished ? 'public, max-age=31536000, immutable' : 'private, no-store',
    ETag: `"${sha256}"`,
  }
}

/** For programs that know no other letters (RFC 6266, section 4.3). */
function asciiOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]|["\\]/g, '_')
}

function isKnown(known: string | null, tag: string): boolean {
  const tags = known?.split(',').map((entry) => entry.trim().replace(/^W\//, '')) ?? []
  return tags.includes(tag) || tags.includes('*')
}

/** An empty page with this status is filled in with the one for missing pages (scripts/lib/whole-page.mjs). */
function missing(): Response {
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    // Of that page, which does without scripts.
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ...GUARDED,
    'Cache-Control': 'private, no-store',
  }
  return new Response(null, { status: 404, headers })
}

function moved({ url, isPublished }: OpenedFile): Response {
  const headers = {
    Location: url,
    'Cache-Control': isPublished ? 'public, max-age=3600' : 'private, no-store',
  }
  return new Response(null, { status: 301, headers })
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
