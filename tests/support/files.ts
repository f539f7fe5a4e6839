import { Document, Packer, Paragraph } from 'docx'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'

/** The bytes of files, friendly and hostile, made when they are asked for. */
export const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'))
export const aPdf = (words = 'Clause') =>
  bytesOf(`%PDF-1.7\n1 0 obj<</T(${words})>>endobj\ntrailer<<>>\n%%EOF\n`)

export async function aDocx(...paragraphs: string[]): Promise<Uint8Array> {
  const children = (paragraphs.length ? paragraphs : ['Words']).map((text) => new Paragraph(text))
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.'

/** The least zip that names itself a Word file, with parts of one's own. */
export function aWordZip(
  parts: Record<string, Uint8Array | string> = {},
  main = `${OFFICE}wordprocessingml.document.main+xml`,
) {
  const all = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': aWordBody('<w:p><w:r><w:t>Words</w:t></w:r></w:p>'),
    ...parts,
  }
  const bytes = Object.entries(all).map(([name, part]) => [
    name,
    typeof part === 'string' ? strToU8(part) : part,
  ])
  return zipSync(Object.fromEntries(bytes))
}

/** A small zip that says it holds a gigabyte. */
export function aBomb(): Uint8Array {
  const zip = Buffer.from(aWordZip())
  for (let at = zip.indexOf(CENTRAL); at >= 0; at = zip.indexOf(CENTRAL, at + 4))
    zip.writeUInt32LE(2 ** 30, at + 24)
  return new Uint8Array(zip)
}

const CENTRAL = Buffer.from('PK\u0001\u0002', 'latin1')

export function aWordBody(body: string, prolog = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
}

export function anOpenDocument(
  kind: 'text' | 'spreadsheet' | 'presentation',
  parts: Record<string, Uint8Array> = {},
) {
  return zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    'content.xml': strToU8('<x/>'),
    ...parts,
  })
}

type Format = 'png' | 'jpeg' | 'webp' | 'gif'

/** A picture that says where and with what it was taken. */
export async function aPicture(format: Format, { width = 40, height = 20 } = {}): Promise<Uint8Array> {
  const create = { width, height, channels: 3 as const, background: '#2f6b52' }
  const exif = { IFD0: { Make: 'Camera of somebody' }, IFD3: { GPSLatitude: '54/1 35/1 0/1' } }
  return new Uint8Array(await sharp({ create }).withExif(exif).toFormat(format).toBuffer())
}

/** A PNG of a few bytes that says it is `width` by `height` pixels. */
export async function aBoastfulPng(width: number, height: number): Promise<Uint8Array> {
  const png = Buffer.from(await aPicture('png'))
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return new Uint8Array(png)
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
