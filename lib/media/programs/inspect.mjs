// Runs in a process of its own (lib/media/child.ts): says what a file is by its content, and makes pictures anew.
import { fileTypeFromBuffer } from 'file-type'
import { refusedAtSight } from './at-sight.mjs'
import { officeOf } from './office.mjs'
import { pictureOf } from './picture.mjs'
import { textOf } from './plain-text.mjs'

const PICTURES = { png: 'png', apng: 'png', jpg: 'jpg', webp: 'webp', gif: 'gif' }

process.once('message', async ({ bytes, name, limits }) => {
  const answer = await inspect(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), name, limits).catch(
    () => ({ refused: 'broken' }),
  )
  process.send(answer, () => process.disconnect())
})

async function inspect(bytes, name, limits) {
  const early = refusedAtSight(bytes)
  if (early) return { refused: early }
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return officeOf(bytes, limits)

  const found = await fileTypeFromBuffer(bytes)
  if (!found) return textOf(bytes, name)
  if (found.ext === 'pdf') return pdfOf(bytes)
  if (found.ext === 'cfb') return { refused: 'old-office' }
  const picture = PICTURES[found.ext]
  return picture ? pictureOf(bytes, picture, limits) : { refused: 'type' }
}

/** Only whole ones: a download that broke off would open for nobody. */
function pdfOf(bytes) {
  const whole = bytes.subarray(-2048).includes('%%EOF')
  return whole ? { ending: 'pdf' } : { refused: 'broken' }
}
