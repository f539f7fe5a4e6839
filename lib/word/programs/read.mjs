// Runs in a process of its own (lib/media/child.ts): reads a Word file into blocks of Markdown.
import { read } from './reading.mjs'

process.once('message', async ({ bytes, limits, mark }) => {
  const given = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const answer = await read(given, limits, mark).catch(() => ({ refused: 'broken' }))
  process.send(answer, () => process.disconnect())
})
