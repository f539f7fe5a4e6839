import { strToU8, zipSync } from 'fflate'

const OFFICE = 'application/vnd.openxmlformats-officedocument.'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A PDF with a page for each text. `extra` stands in its trailer, such as a lock. */
export function aReadablePdf(pages: string[], extra = ''): Uint8Array {
  const first = 4
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...pages.flatMap((text, at) => {
      const lines = text.split('\n').map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`)
      const drawn = `BT /F1 12 Tf 14 TL 50 700 Td ${lines.join(' ')} ET`
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents ${first + 2 * at + 1} 0 R>>`,
        `<</Length ${drawn.length}>>\nstream\n${drawn}\nendstream`,
      ]
    }),
  ]
  let file = '%PDF-1.7\n'
  const offsets = objects.map((body, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}`
  return new Uint8Array(
    Buffer.from(
      `${file}${table}trailer\n<</Size ${size}/Root 1 0 R${extra}>>\nstartxref\n${file.length}\n%%EOF\n`,
      'latin1',
    ),
  )
}

/** One that asks for a password. */
export function aLockedPdf(): Uint8Array {
  const key = '41'.repeat(32)
  return aReadablePdf(
    ['secret'],
    `/ID[<${'42'.repeat(16)}><${'42'.repeat(16)}>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${key}>/U<${key}>>>`,
  )
}

/** Slides in the order given, under file names in the opposite order. */
export function aPptx(slides: string[]): Uint8Array {
  const file = (at: number) => `slides/slide${slides.length - at}.xml`
  const ids = slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="r${at}"/>`).join('')
  const links = slides
    .map((_, at) => `<Relationship Id="r${at}" Type="slide" Target="${file(at)}"/>`)
    .join('')
  return office('presentationml.presentation', 'ppt/presentation.xml', {
    'ppt/presentation.xml': `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst>${ids}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': `<Relationships xmlns="${RELATIONS}">${links}</Relationships>`,
    ...Object.fromEntries(
      slides.map((text, at) => [
        `ppt/${file(at)}`,
        `<p:sld xmlns:p="p" xmlns:a="a"><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sld>`,
      ]),
    ),
  })
}

type Sheet = { name: string; cells: string[]; hidden?: boolean }

export function anXlsx(sheets: Sheet[]): Uint8Array {
  const strings = sheets.flatMap(({ cells }) => cells)
  const listed = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="r${at}"/>`,
  )
  const links = sheets.map(
    (_, at) => `<Relationship Id="r${at}" Type="worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const cell = (text: string) => `<c t="s"><v>${strings.indexOf(text)}</v></c><c><v>20191</v></c>`
  return office('spreadsheetml.sheet', 'xl/workbook.xml', {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}">${links.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ cells }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet><sheetData><row>${cells.map(cell).join('')}</row></sheetData></worksheet>`,
      ]),
    ),
  })
}

export function anOdf(kind: 'text' | 'spreadsheet' | 'presentation', body: string): Uint8Array {
  return zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d"><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    ),
  })
}

function office(type: string, main: string, parts: Record<string, string>): Uint8Array {
  const types = `<Types><Override PartName="/${main}" ContentType="${OFFICE}${type}.main+xml"/></Types>`
  const all = { '[Content_Types].xml': types, ...parts }
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, part]) => [name, strToU8(part)])))
}
