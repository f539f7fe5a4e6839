import { FILE_TYPES, fileMaxBytes, IMAGE_TYPES, imageMaxBytes, type Licence } from '@/lib/media/limits'
import { filesApiPath } from '@/lib/media/paths'

export type Uploaded = { url: string; name: string; type: string; bytes: number }
export type UploadAnswer = { ok: true; file: Uploaded } | { ok: false; message: string }

const UNREACHABLE =
  'The file could not be sent. Check your connection, then try again. What you wrote is still here.'

/** Why a file cannot be sent, in words; null when it can be tried. */
export function objection(file: File | undefined, kind: 'image' | 'file'): string | null {
  if (!file) return kind === 'image' ? 'Choose a picture' : 'Choose a file'
  const ending = (/\.(\w+)$/.exec(file.name)?.[1] ?? '').toLowerCase().replace('jpeg', 'jpg')
  const isImage = ending in IMAGE_TYPES
  if (kind === 'image' && !isImage) return `${file.name} is not a picture of the kinds named above`
  if (!isImage && !(ending in FILE_TYPES)) return `${file.name} is not of the kinds named above`
  const most = isImage ? imageMaxBytes : fileMaxBytes
  return file.size > most ? `${file.name} has ${sizeWords(file.size)}. The most is ${sizeWords(most)}` : null
}

/** Sends a file of which the person has said that it may be published. Refusals come as words to show. */
export async function upload(file: File, licence: Licence): Promise<UploadAnswer> {
  const form = new FormData()
  form.set('file', file)
  form.set('licence', licence)
  form.set('confirm', 'yes')
  try {
    const response = await fetch(filesApiPath, {
      method: 'POST',
      body: form,
      headers: { Accept: 'application/json' },
    })
    const answer = await response.json()
    if (response.status === 201) return { ok: true, file: answer }
    return { ok: false, message: answer.errors?.[0]?.message ?? answer.title ?? UNREACHABLE }
  } catch {
    return { ok: false, message: UNREACHABLE }
  }
}

/** How a link to a file names it, like "plan.pdf (PDF, 1.2 MB)". */
export function fileWords({ name, bytes }: Uploaded): string {
  return `${name} (${(/\.(\w+)$/.exec(name)?.[1] ?? 'file').toUpperCase()}, ${sizeWords(bytes)})`
}

function sizeWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} kB`
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.0', '')} MB`
}
