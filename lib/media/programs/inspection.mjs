import { fileTypeFromBuffer } from 'file-type'
import { refusedAtSight } from './at-sight.mjs'
import { officeOf } from './office.mjs'
import { textOf } from './plain-text.mjs'

const PICTURES = { png: 'png', apng: 'png', jpg: 'jpg', webp: 'webp', gif: 'gif' }

/** What a file is by its content: { ending } and, of a picture, its new bytes and size; or { refused }. */
export async function inspect(bytes, name, limits) {
  const early = refusedAtSight(bytes)
  if (early) return { refused: early }
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return officeOf(bytes, limits)

  const found = await fileTypeFromBuffer(bytes)
  if (!found) return textOf(bytes, name)
  if (found.ext === 'pdf') return pdfOf(bytes)
  if (found.ext === 'cfb') return { refused: 'old-office' }
  const picture = PICTURES[found.ext]
  if (!picture) return { refused: 'type' }
  // Only now: the library of pictures takes longer to load than everything else here.
  const { pictureOf } = await import('./picture.mjs')
  return pictureOf(bytes, picture, limits)
}

/** Only whole ones: a download that broke off would open for nobody. */
function pdfOf(bytes) {
  const whole = bytes.subarray(-2048).includes('%%EOF')
  return whole ? { ending: 'pdf' } : { refused: 'broken' }
}
