// Runs in a process of its own (lib/media/child.ts): takes the text out of a file, page by page.
import { textOf } from './text-of.mjs'

process.once('message', async ({ bytes, type, limits }) => {
  const given = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const answer = await textOf(given, type, limits).catch(() => ({ refused: 'broken' }))
  process.send(answer, () => process.disconnect())
})
