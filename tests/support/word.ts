import * as limits from '@/lib/media/limits'
import { placeWord } from '@/lib/word/place'
import { read } from '@/lib/word/programs/reading.mjs'
import type { ReadWord } from '@/lib/word/read'

/** Reads and places a Word file in this process, without the walls around people's files. */
export async function placedHere(bytes: Uint8Array) {
  const answer = (await read(Buffer.from(bytes), limits, 'picture-')) as unknown as
    | { refused: string }
    | ReadWord
  if ('refused' in answer) throw new Error(`refused: ${answer.refused}`)
  return placeWord(answer)
}
