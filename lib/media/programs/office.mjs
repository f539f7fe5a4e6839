import { strFromU8, unzipSync } from 'fflate'

const OFFICE = 'application/vnd.openxmlformats-officedocument.'
const MAIN_PARTS = {
  [`${OFFICE}wordprocessingml.document.main+xml`]: 'docx',
  [`${OFFICE}spreadsheetml.sheet.main+xml`]: 'xlsx',
  [`${OFFICE}presentationml.presentation.main+xml`]: 'pptx',
}
const OPEN_DOCUMENT = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
}
// Macros of Word, Excel and PowerPoint, of Excel before 1993, and of OpenDocument.
const MACROS = /(?:^|\/)vbaProject\.bin$|^xl\/macrosheets\/|^(?:Basic|Scripts)\/./i

/** Which office format a zip holds, by the parts that name it; nothing else of it is unpacked. */
export function officeOf(bytes, limits) {
  const zip = unpack(bytes, limits, (name) => name === '[Content_Types].xml' || name === 'mimetype')
  if (zip.refused) return zip
  const types = text(zip.parts['[Content_Types].xml'])
  if (zip.names.some((name) => MACROS.test(name)) || /macroEnabled/i.test(types)) return { refused: 'macros' }
  const ending = OPEN_DOCUMENT[text(zip.parts.mimetype).trim()] ?? mainPartOf(types)
  return ending ? { ending } : { refused: 'type' }
}

/**
 * The wanted parts of a zip and the names of all, or { refused }: 'bomb' when it says that it holds more than `limits`
 * allow. A part never grows beyond what the zip says of it.
 */
export function unpack(bytes, { unpackedMaxBytes, unpackedMaxEntries }, wanted) {
  const names = []
  let total = 0
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        total += originalSize
        if (names.length > unpackedMaxEntries || total > unpackedMaxBytes) throw new TooMuch()
        return wanted(name)
      },
    })
    return { names, parts }
  } catch (error) {
    return { refused: error instanceof TooMuch ? 'bomb' : 'broken' }
  }
}

class TooMuch extends Error {}

function mainPartOf(types) {
  return Object.entries(MAIN_PARTS).find(([type]) => types.includes(`"${type}"`))?.[1]
}

function text(part) {
  return part ? strFromU8(part) : ''
}
