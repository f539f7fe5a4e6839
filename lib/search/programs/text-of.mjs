import { officeText } from './office-text.mjs'
import { Pages } from './pages.mjs'

const OFFICE = /openxmlformats|opendocument/

/** The text of a file: { parts: [{ label, text }], cut }, or { refused }. `type` is its media type. */
export async function textOf(bytes, type, limits) {
  const pages = new Pages(limits.wordsMax)
  const refused = await read(bytes, type, { pages, limits })
  if (refused) return { refused }
  return pages.isEmpty ? { refused: 'no-text' } : pages.answer()
}

async function read(bytes, type, { pages, limits }) {
  if (OFFICE.test(type)) return officeText(bytes, pages, limits)
  if (type.startsWith('text/')) return void pages.add('', decoded(bytes))
  // Only now: it takes longer to load than everything else here.
  const { pdfText } = await import('./pdf-text.mjs')
  return pdfText(bytes, pages)
}

function decoded(bytes) {
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe' || mark === 'feff')
    return new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
