import 'server-only'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { ManifestMember } from './manifest'

// The same for every member, so that the same content makes the same bytes.
const OPTIONS = { mtime: new Date(Date.UTC(2000, 0, 1)), mode: 0o100644, forceDosTimestamp: true }

/** Writes a zip member by member, whatever their size, and says of each how long it is and what it hashes to. */
export class ArchiveWriter {
  readonly #zip = new ZipFile()
  readonly #written: Promise<void>
  readonly members: ManifestMember[] = []

  constructor(path: string) {
    const output = createWriteStream(path, { flags: 'wx', flush: true })
    this.#written = pipeline(this.#zip.outputStream, output)
    // A failure is met where it is awaited; until then it must not end the process.
    this.#written.catch(() => undefined)
    this.#zip.on('error', () => undefined)
  }

  async add(name: string, chunks: AsyncIterable<Buffer>): Promise<ManifestMember> {
    const hash = createHash('sha256')
    let bytes = 0
    const input = Readable.from(
      (async function* () {
        for await (const chunk of chunks) {
          hash.update(chunk)
          bytes += chunk.length
          yield chunk
        }
      })(),
      { objectMode: false, highWaterMark: 1024 * 1024 },
    )
    this.#zip.addReadStream(input, name, OPTIONS)
    // Whatever fails first: reading the member, or writing the file, such as on a full disk.
    await Promise.race([finished(input, { writable: false }), this.#written])
    const member = { name, bytes, sha256: hash.digest('hex') }
    this.members.push(member)
    return member
  }

  async end(): Promise<void> {
    this.#zip.end()
    await this.#written
  }
}
