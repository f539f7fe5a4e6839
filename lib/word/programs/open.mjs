import { strFromU8, strToU8, zipSync } from 'fflate'
import { officeOf, unpack } from '../../media/programs/office.mjs'

const TRACKED = /<w:(?:ins|del|moveFrom|moveTo)[\s>]/
const TEXT = /^(?:word\/.*|docProps\/core|\[Content_Types\])\.xml$|\.rels$/

/** The parts of a Word file, and the file packed anew with nothing in it but them; or why it is refused. */
export function openWord(bytes, limits) {
  const office = officeOf(bytes, limits)
  if (office.refused) return office.refused === 'type' ? { refused: 'not-word' } : office
  if (office.ending !== 'docx') return { refused: 'not-word' }
  const { parts, refused } = unpack(bytes, limits, (name) => TEXT.test(name) || /^word\/media\//.test(name))
  if (refused) return { refused }

  const texts = Object.fromEntries(
    Object.entries(parts)
      .filter(([name]) => TEXT.test(name))
      .map(([name, part]) => [name, strFromU8(part)]),
  )
  // Word never writes one. It could name files of ours or grow without end.
  if (Object.values(parts).some(hasDoctype)) return { refused: 'broken' }
  if (Object.values(texts).some((text) => TRACKED.test(text))) return { refused: 'tracked' }
  const title = /<dc:title>([^<]*)<\/dc:title>/.exec(texts['docProps/core.xml'] ?? '')?.[1] ?? ''
  const buffer = Buffer.from(zipSync({ 'word/styles.xml': EMPTY_STYLES, ...parts }, { level: 0 }))
  return { parts: texts, title, buffer }
}

const EMPTY_STYLES = strToU8(
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
)

/** However it is encoded: the signs of it stand in the first bytes. */
function hasDoctype(part) {
  return /<!(?:DOCTYPE|ENTITY)/i.test(
    Buffer.from(part.subarray(0, 100_000)).toString('latin1').replaceAll('\0', ''),
  )
}
