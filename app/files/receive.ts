import type { FileView } from '@/lib/media/queries'
import { UPLOAD_REFUSALS } from '@/lib/media/refusals'
import { uploadFacts } from '@/lib/media/schema'
import { uploadFile } from '@/lib/media/upload'
import type { FieldError } from '@/lib/platform/form'
import { use, waitMessage } from '@/lib/platform/rate-limit'
import type { SignedIn } from '@/lib/users/access'

export type Received =
  | { ok: true; file: FileView }
  | {
      ok: false
      status: 413 | 415 | 422 | 429
      message: string
      errors: FieldError[]
      /** In seconds; 0 unless there were too many. */
      wait: number
    }

/** Takes a file out of a form (`file`, `licence`, `confirm`), whoever posted it, and keeps it or says why not. */
export async function receiveUpload(viewer: SignedIn, form: FormData): Promise<Received> {
  const facts = uploadFacts.safeParse({ licence: form.get('licence'), confirm: form.get('confirm') })
  const file = form.get('file')
  // With scripts an empty field arrives as a file without a word in it, under a name of the framework's.
  const isChosen = file instanceof File && file.size > 0
  if (!facts.success || !isChosen) {
    const errors = isChosen ? [] : [{ field: 'file', message: 'Choose a file' }]
    const more = facts.error?.issues.map(({ path, message }) => ({ field: path.join('.'), message })) ?? []
    return refusal(422, 'The file was not sent.', [...errors, ...more])
  }
  const wait = await use('upload', viewer.id)
  if (wait) return { ...refusal(429, waitMessage(wait), []), wait }

  const bytes = new Uint8Array(await file.arrayBuffer())
  const kept = await uploadFile(viewer, { bytes, name: file.name, licence: facts.data.licence })
  if (kept.ok) return { ok: true, file: kept.value }
  const { status, message } = UPLOAD_REFUSALS[kept.reason]
  return refusal(status, message, [{ field: 'file', message }])
}

function refusal(status: 413 | 415 | 422 | 429, message: string, errors: FieldError[]) {
  return { ok: false as const, status, message, errors, wait: 0 }
}
