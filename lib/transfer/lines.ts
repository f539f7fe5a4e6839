import 'server-only'
import { lineMaxBytes } from './limits'
import { Unusable } from './unusable'

const NEWLINE = 0x0a

/** The lines of a stream of bytes, without their ends. A line that is too long, or the last one without its end, is refused. */
export async function* linesOf(name: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let held = 0
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      const last = chunk.subarray(start, end)
      yield waiting.length > 0 ? Buffer.concat([...waiting, last]) : last
      ;[waiting, held, start] = [[], 0, end + 1]
    }
    const rest = chunk.subarray(start)
    if (rest.length > 0) waiting.push(rest)
    held += rest.length
    if (held > lineMaxBytes) throw new Unusable(`${name} has a line longer than any page can be.`)
  }
  if (held > 0) throw new Unusable(`${name} ends in the middle of a line.`)
}
