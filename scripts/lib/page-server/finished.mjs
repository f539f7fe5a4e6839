// An answer made ready to be given many times: compressed once, its headers written down as Node sends them.
import { promisify } from 'node:util'
import { brotliCompress, constants, gunzip, gzip } from 'node:zlib'
import { plainPolicy } from '../content-policy.mjs'
import { plainDocument } from '../plain-document.mjs'
import { hopByHop, isInternal } from './headers.mjs'
import { etagOf } from './reader.mjs'

const [gzipped, brotlied, gunzipped] = [gzip, brotliCompress, gunzip].map(promisify)
const COMPRESSIBLE = /^(?:text\/|application\/(?:javascript|json|manifest\+json|xml)|image\/svg\+xml)/
// Said anew for each of the three forms, or meant for somebody else.
const OURS = new Set([
  'content-length',
  'content-encoding',
  'etag',
  'vary',
  'date',
  'last-modified',
  'accept-ranges',
  'link',
])
const overhead = 2048
// Of a page of 40 kB: 1 ms, 25 ms for a tenth less, 70 ms.
const [QUICK, GOOD, THOROUGH] = [5, 10, 11]
const smallFile = 10_000

/**
 * What a page says, ready to be stored: `tags` it shows, the number `startedAt` that the clock showed before it was
 * made, and its three forms. `pack` makes the smallest of them smaller, for a page that is read again.
 */
export async function finishPage(answer, body, { tags, startedAt }) {
  const { bytes, plain } = plainOf(answer, await unzipped(answer, body))
  const changed = {
    'cache-control': 'public, max-age=0, must-revalidate',
    // The framework asks for parts of pages at the same addresses.
    vary: 'RSC, Accept-Encoding',
    ...(plain && { 'content-security-policy': plainPolicy }),
  }
  const page = { tags, startedAt, freshAt: -1, ...(await formsOf(answer, bytes, changed)) }
  page.pack = () => {
    page.pack = null
    brotlied(bytes, brotliOptions(bytes, GOOD)).then(
      (body) => {
        page.forms.br = formOf(page.unchanged, body, 'br')
      },
      () => {},
    )
  }
  return page
}

/** The Next server has mostly done it already, where it holds no other reader up. */
function plainOf({ headers }, bytes) {
  if (headers['content-security-policy'] === plainPolicy) return { bytes, plain: true }
  const { html, plain } = plainDocument(bytes.toString('utf8'))
  return { bytes: Buffer.from(html), plain }
}

/** A file that is the same for as long as the site runs. */
export async function finishFile(answer, body) {
  const bytes = await unzipped(answer, body)
  return {
    tags: null,
    startedAt: 0,
    freshAt: 0,
    ...(await formsOf(answer, bytes, { vary: 'Accept-Encoding' }, qualityFor(answer, bytes))),
  }
}

function unzipped({ headers }, body) {
  return headers['content-encoding'] === 'gzip' ? gunzipped(body) : body
}

async function formsOf(answer, identity, changed, quality = QUICK) {
  const etag = etagOf(identity)
  const headers = flatHeaders(answer, { ...changed, etag })
  const forms = { identity: formOf(headers, identity) }
  const [zipped, smaller] = COMPRESSIBLE.test(answer.headers['content-type'] ?? '')
    ? await Promise.all([gzipped(identity), brotlied(identity, brotliOptions(identity, quality))])
    : [identity, identity]
  forms.gzip = zipped.length < identity.length ? formOf(headers, zipped, 'gzip') : forms.identity
  forms.br = smaller.length < zipped.length ? formOf(headers, smaller, 'br') : forms.gzip
  const bodies = new Set(Object.values(forms).map(({ body }) => body))
  const bytes = [...bodies].reduce((sum, body) => sum + body.length, overhead)
  return { etag, forms, unchanged: headers, bytes }
}

function formOf(headers, body, encoding) {
  const packed = encoding ? ['Content-Encoding', encoding] : []
  return { body, headers: [...headers, ...packed, 'Content-Length', String(body.length)] }
}

/** Packed once for as long as the site runs: what every first visit loads may take half a second. */
function qualityFor({ headers }, { length }) {
  return /^text\/css\b/.test(headers['content-type'] ?? '') || length < smallFile ? THOROUGH : QUICK
}

function brotliOptions({ length }, quality) {
  return {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: length,
    },
  }
}

/** [name, value, name, value, …]: Node writes these without looking anything up. */
function flatHeaders({ rawHeaders }, changed) {
  const flat = []
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at].toLowerCase()
    if (
      name in changed ||
      OURS.has(name) ||
      hopByHop.has(name) ||
      isInternal(name) ||
      name.startsWith('x-nextjs-')
    )
      continue
    flat.push(rawHeaders[at], rawHeaders[at + 1])
  }
  for (const [name, value] of Object.entries(changed)) flat.push(headerName(name), value)
  return flat
}

function headerName(name) {
  return name === 'etag' ? 'ETag' : name.replace(/(^|-)\w/g, (letter) => letter.toUpperCase())
}
