import 'server-only'

export type UploadRefusal = keyof typeof UPLOAD_REFUSALS

type Words = { status: 413 | 415 | 422; message: string }

/** Why a file was not taken, and how to put it right. */
export const UPLOAD_REFUSALS = {
  empty: { status: 422, message: 'Choose a file. The one you chose is empty.' },
  'too-large': {
    status: 413,
    message: 'The file is larger than 20 MB. Make it smaller, or link it where it is.',
  },
  'picture-too-large': {
    status: 413,
    message: 'The picture is larger than 10 MB. Save it smaller and try again.',
  },
  'too-many-pixels': {
    status: 413,
    message: 'The picture has more than 40 million pixels. Save it smaller and try again.',
  },
  type: {
    status: 415,
    message:
      'This type of file cannot be kept here, or its name does not say what it is. Save it as PDF, a current Office or OpenDocument format, CSV or plain text, or a PNG, JPEG, WebP or GIF picture.',
  },
  heic: {
    status: 415,
    message:
      'HEIC, HEIF and AVIF pictures cannot be kept here. Save the picture as JPEG or PNG and upload that.',
  },
  svg: { status: 415, message: 'SVG drawings cannot be kept here. Save the drawing as PNG and upload that.' },
  html: { status: 415, message: 'Web pages cannot be kept here. Print the page to a PDF, or link it.' },
  program: {
    status: 415,
    message: 'The file is a program, whatever its name says. Programs cannot be kept here.',
  },
  'old-office': {
    status: 415,
    message:
      'The file has a password, or is in the Office format from before 2007 (.doc, .xls, .ppt). Take the password off, save it as .docx, .xlsx or .pptx, and upload that.',
  },
  macros: {
    status: 415,
    message: 'The file has macros. Save it without them, as .docx, .xlsx or .pptx, and upload that.',
  },
  bomb: {
    status: 413,
    message:
      'The file unpacks to more than 100 MB or more than 2,000 parts. Take large pictures or objects out of it, or save it as PDF.',
  },
  'not-utf8': {
    status: 415,
    message:
      'The text is not in UTF-8. In Excel choose “CSV UTF-8”; in Notepad choose the encoding UTF-8. Save it and upload that.',
  },
  broken: {
    status: 422,
    message: 'The file is damaged or incomplete. Open it, save it again and upload that.',
  },
  'too-slow': {
    status: 422,
    message:
      'The file took too long to check, so it was not kept. Save it again, or as PDF, and upload that.',
  },
} as const satisfies Record<string, Words>
