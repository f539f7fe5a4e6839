// Runs in a process of its own (lib/media/child.ts): says what a file is by its content, and makes pictures anew.
import { inspect } from './inspection.mjs'

process.once('message', async ({ bytes, name, limits }) => {
  const given = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const answer = await inspect(given, name, limits).catch(() => ({ refused: 'broken' }))
  process.send(answer, () => process.disconnect())
})
