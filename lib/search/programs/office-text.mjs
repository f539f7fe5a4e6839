import { officeOf, unpack } from '../../media/programs/office.mjs'
import { drawingText, openDocumentText, sharedStrings, sheetText, wordText } from './office-xml.mjs'
import { elementsOf, relationsOf } from './xml.mjs'

const WANTED = {
  docx: /^word\/(?:document|footnotes|endnotes)\.xml$/,
  pptx: /^ppt\/(?:presentation\.xml|_rels\/presentation\.xml\.rels|slides\/[^/]+\.xml)$/,
  xlsx: /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/,
  odt: /^content\.xml$/,
  ods: /^content\.xml$/,
  odp: /^content\.xml$/,
}
const READERS = { docx, pptx, xlsx, odt: openDocument, ods: spreadsheet, odp: openDocument }

/** The text of an office file by page, slide or sheet; answers why not where it cannot be read. */
export function officeText(bytes, pages, limits) {
  const { ending, refused: kind } = officeOf(bytes, limits)
  if (kind) return kind
  const { parts, refused } = unpack(bytes, limits, (name) => WANTED[ending].test(name))
  if (refused) return refused
  READERS[ending](new Map(Object.entries(parts)), pages)
  return null
}

function docx(parts, pages) {
  for (const name of ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'])
    if (parts.has(name)) wordText(parts.get(name), pages, name === 'word/document.xml')
}

/** In the order of the presentation, which is not that of the names. */
function pptx(parts, pages) {
  const files = relationsOf(parts.get('ppt/_rels/presentation.xml.rels'), 'ppt/')
  const slides = elementsOf(parts.get('ppt/presentation.xml'), 'p:sldId').map((slide) =>
    files.get(slide['r:id']),
  )
  for (const [index, name] of slides.entries())
    if (parts.has(name)) pages.add(`slide ${index + 1}`, drawingText(parts.get(name)))
}

/** Sheets that Excel hides stay out. */
function xlsx(parts, pages) {
  const files = relationsOf(parts.get('xl/_rels/workbook.xml.rels'), 'xl/')
  const strings = sharedStrings(parts.get('xl/sharedStrings.xml'))
  for (const { name, state, 'r:id': id } of elementsOf(parts.get('xl/workbook.xml'), 'sheet')) {
    const part = parts.get(files.get(id))
    if (part && !state?.toLowerCase().includes('hidden')) pages.add(`sheet ${name}`, sheetText(part, strings))
  }
}

function openDocument(parts, pages) {
  openDocumentText(parts.get('content.xml'), pages, false)
}

function spreadsheet(parts, pages) {
  openDocumentText(parts.get('content.xml'), pages, true)
}
