export const fileMaxBytes = 20 * 1024 * 1024
export const imageMaxBytes = 10 * 1024 * 1024
/** A picture wider than this is made smaller when it is stored. In pixels. */
export const imageMaxWidth = 2400
export const imageMaxPixels = 40_000_000
export const fileNameMax = 120
/** What an office file, which is a zip, may hold when it is unpacked. */
export const unpackedMaxBytes = 100 * 1024 * 1024
export const unpackedMaxEntries = 2000

/** The types that may be uploaded, by the ending of their names. */
export const FILE_TYPES = {
  pdf: { type: 'application/pdf', name: 'PDF' },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    name: 'Word document',
  },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name: 'Excel workbook' },
  pptx: {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    name: 'PowerPoint slides',
  },
  odt: { type: 'application/vnd.oasis.opendocument.text', name: 'OpenDocument text' },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', name: 'OpenDocument spreadsheet' },
  odp: { type: 'application/vnd.oasis.opendocument.presentation', name: 'OpenDocument slides' },
  csv: { type: 'text/csv', name: 'CSV table' },
  txt: { type: 'text/plain', name: 'Plain text' },
} as const

export const IMAGE_TYPES = {
  png: { type: 'image/png', name: 'PNG picture' },
  jpg: { type: 'image/jpeg', name: 'JPEG picture' },
  webp: { type: 'image/webp', name: 'WebP picture' },
  gif: { type: 'image/gif', name: 'GIF picture' },
} as const

export type FileEnding = keyof typeof FILE_TYPES
export type ImageEnding = keyof typeof IMAGE_TYPES
export type StoredEnding = FileEnding | ImageEnding

/** For the `accept` attribute of a file field. */
export const imageAccept = '.png,.jpg,.jpeg,.webp,.gif'
export const fileAccept = `${Object.keys(FILE_TYPES)
  .map((ending) => `.${ending}`)
  .join(',')},${imageAccept}`

/** For hints beside a file field: said before anybody chooses. */
export const FILE_WORDS =
  'Documents up to 20 MB: PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), OpenDocument (.odt, .ods, .odp), CSV or plain text.'
export const IMAGE_WORDS = 'Pictures up to 10 MB: PNG, JPEG, WebP or GIF.'

/** What others may do with a file. The key is what a form sends as "licence". */
export const LICENCES = {
  ogl: 'Open Government Licence v3.0',
  'cc-by': 'Creative Commons Attribution (CC BY)',
  cc0: 'Public domain (CC0)',
  permission: 'The organisation that owns it allows it to be published here',
  own: 'I made it and allow it to be published here',
  unknown: 'Not known',
} as const

export type Licence = keyof typeof LICENCES

/** What the person who uploads says by ticking the box "confirm". */
export const CONFIRM_WORDS =
  'I have checked that it may be published: nothing in it is commercially confidential, and it holds no personal data that the people concerned have not agreed to.'
