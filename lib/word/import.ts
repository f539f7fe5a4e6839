import 'server-only'
import { EMPTY_DRAFT } from '@/lib/case-studies/draft'
import { saveDraft } from '@/lib/drafts/save'
import { UPLOAD_REFUSALS } from '@/lib/media/refusals'
import { uploadFile } from '@/lib/media/upload'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import type { SignedIn } from '@/lib/users/access'
import { type Placed, placeWord } from './place'
import { type ReadWord, readWord, type WordPicture } from './read'
import type { WordRefusal } from './refusals'

type Imported = { id: number }
const picturesMax = 60

/**
 * Makes a draft of a new case study from a Word file: its headings matched to the fields, what has no place in the tray.
 * Nothing is published. Its pictures are uploaded for the same person. Refuses what readWord refuses, files without
 * words, and more drafts than one may have.
 */
export async function importWord(
  viewer: SignedIn,
  { bytes, name }: { bytes: Uint8Array; name: string },
): Promise<Outcome<Imported, WordRefusal>> {
  const read = await readWord(bytes)
  if (!read.ok) return read
  const { blocks, beside } = read.value
  if (blocks.every(({ text }) => text === '') && beside.length === 0) return refused('no-words')

  const placed = await withPictures(viewer, read.value, placeWord(read.value))
  const values = { ...EMPTY_DRAFT, home: 'here', note: 'First version', ...placed.fields }
  const draft = { kind: 'case_study' as const, pageId: null, base: null, values, tray: placed.tray }
  const saved = await saveDraft(viewer, {
    ...draft,
    values: { ...values, title: placed.fields.title ?? titleOf(name) },
  })
  if (saved.ok) return done({ id: saved.value.id })
  return refused(saved.reason === 'too-large' ? 'too-large' : 'too-many')
}

/** A file without a title is found again by its name. */
function titleOf(name: string): string {
  return name
    .replace(/\.docx$/i, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
}

/** Keeps the pictures and writes their addresses into the text, or says in its place why one was not kept. */
async function withPictures(viewer: SignedIn, { pictures, mark }: ReadWord, placed: Placed): Promise<Placed> {
  const kept: string[] = []
  for (const [index, picture] of pictures.entries()) kept.push(await keptAs(viewer, picture, index + 1))
  const written = (text: string) =>
    text.replace(
      new RegExp(`!\\[((?:\\\\.|[^\\]\\\\])*)\\]\\(${mark}(\\d+)[^)]*\\)`, 'g'),
      (_, alt: string, number: string) => {
        const address = kept[Number(number) - 1] ?? ''
        return address.startsWith('/') ? `![${alt}](${address})` : `(${alt}: ${address})`
      },
    )
  const fields = Object.entries(placed.fields).map(([field, text]) => [field, written(text)])
  return { fields: Object.fromEntries(fields), tray: placed.tray.map(written) }
}

/** The address of a picture, or why there is none. */
async function keptAs(viewer: SignedIn, { bytes, type }: WordPicture, number: number): Promise<string> {
  if (number > picturesMax) return `Only the first ${picturesMax} pictures of a file are taken over.`
  const ending = type.split('/')[1] ?? ''
  const kept = await uploadFile(viewer, { bytes, name: `Picture ${number}.${ending}`, licence: 'unknown' })
  if (kept.ok) return kept.value.url
  if (kept.reason === 'type') return 'This kind of picture cannot be kept here. Save it as PNG and upload it.'
  return UPLOAD_REFUSALS[kept.reason].message
}
