import { expect, test } from 'vitest'
import { lineMaxBytes } from '@/lib/transfer/limits'
import { linesOf } from '@/lib/transfer/lines'
import { Unusable } from '@/lib/transfer/unusable'

async function read(...chunks: string[]): Promise<string[]> {
  async function* bytes() {
    for (const chunk of chunks) yield Buffer.from(chunk)
  }
  const lines: string[] = []
  for await (const line of linesOf('x.jsonl', bytes())) lines.push(line.toString('utf8'))
  return lines
}

test('lines come out whole, wherever the chunks were cut', async () => {
  expect(await read()).toEqual([])
  expect(await read('one\ntwo\n')).toEqual(['one', 'two'])
  expect(await read('o', 'ne', '\n', 'tw', 'o\nthree\n')).toEqual(['one', 'two', 'three'])
  expect(await read('\n\n')).toEqual(['', ''])
})

test('a file that ends in the middle of a line is refused', async () => {
  await expect(read('one\ntw')).rejects.toEqual(new Unusable('x.jsonl ends in the middle of a line.'))
})

test('a line that no page can be is refused before it is held', async () => {
  const part = 'x'.repeat(lineMaxBytes / 4)
  await expect(read(part, part, part, part, 'x')).rejects.toBeInstanceOf(Unusable)
})
