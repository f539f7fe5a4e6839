import 'server-only'
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { entriesMax, formatName, formatVersion, manifestMaxBytes, manifestName, readMeName } from './limits'
import { type Manifest, type ManifestMember, manifest } from './manifest'
import { MEMBERS } from './members'
import { Unusable } from './unusable'

const FOREIGN = 'This file is not an export of a Cupboard, or it is damaged or cut short.'
const FILE = /^files\/([0-9a-f]{64})$/

/**
 * An export that is open for reading. Nothing of it is ever unpacked to a place that its names could choose: members are
 * read by the names that we know, and no further than the manifest says they are long.
 */
export class ArchiveReader {
  readonly #zip: ZipFile
  readonly #entries: Map<string, Entry>
  readonly manifest: Manifest

  private constructor(zip: ZipFile, entries: Map<string, Entry>, said: Manifest) {
    this.#zip = zip
    this.#entries = entries
    this.manifest = said
  }

  /** Throws Unusable when it is something else, or does not hold exactly the members that its manifest names. */
  static async open(path: string): Promise<ArchiveReader> {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch(
      (error: NodeJS.ErrnoException) => {
        throw new Unusable(error.code === 'ENOENT' ? `There is no file ${path}.` : FOREIGN)
      },
    )
    try {
      const entries = await entriesOf(zip)
      const said = await manifestOf(zip, entries)
      checkNames(said.members, entries)
      return new ArchiveReader(zip, entries, said)
    } catch (error) {
      zip.close()
      throw error
    }
  }

  /** The bytes of a member. Throws Unusable after the last of them when they are not those of the manifest. */
  async *read(member: ManifestMember): AsyncGenerator<Buffer> {
    const hash = createHash('sha256')
    for await (const chunk of bytesOf(this.#zip, this.#entries.get(member.name) as Entry)) {
      hash.update(chunk)
      yield chunk
    }
    if (hash.digest('hex') !== member.sha256)
      throw new Unusable(
        `${member.name} was changed after the export: its SHA-256 is not that of the manifest.`,
      )
  }

  close(): void {
    this.#zip.close()
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > entriesMax) throw new Unusable(FOREIGN)
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw new Unusable(`It holds ${entry.fileName} twice.`)
      entries.set(entry.fileName, entry)
    }
  } catch (error) {
    throw error instanceof Unusable ? error : new Unusable(FOREIGN)
  }
  return entries
}

async function manifestOf(zip: ZipFile, entries: Map<string, Entry>): Promise<Manifest> {
  const entry = entries.get(manifestName)
  if (!entry || entry.uncompressedSize > manifestMaxBytes) throw new Unusable(FOREIGN)
  const chunks: Buffer[] = []
  for await (const chunk of bytesOf(zip, entry)) chunks.push(chunk)
  const said = parsed(Buffer.concat(chunks).toString('utf8'))
  if (said?.format !== formatName) throw new Unusable(FOREIGN)
  if (Number(said.version) > formatVersion)
    throw new Unusable(
      `It was made by a newer program (format ${said.version}, and this one reads up to ${formatVersion}). Bring this site up to date first.`,
    )
  const read = manifest.safeParse(said)
  if (!read.success) throw new Unusable(`Its ${manifestName} is damaged.`)
  return read.data
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown> | null
  } catch {
    return null
  }
}

/** The manifest, the zip and the format must agree on what there is. */
function checkNames(members: ManifestMember[], entries: Map<string, Entry>) {
  const known = [readMeName, ...MEMBERS.map(({ name }) => `${name}.jsonl`)]
  const named = new Set(members.map(({ name }) => name))
  for (const { name, bytes, sha256 } of members) {
    const file = FILE.exec(name)
    if (!known.includes(name) && !file)
      throw new Unusable(`Its manifest names ${name}, which no export holds.`)
    if (file && file[1] !== sha256) throw new Unusable(`${name} is not the hash of what it holds.`)
    const entry = entries.get(name)
    if (!entry) throw new Unusable(`${name} is missing.`)
    if (entry.uncompressedSize !== bytes || entry.isEncrypted() || !entry.canDecodeFileData())
      throw new Unusable(`${name} was changed after the export: its length is not that of the manifest.`)
  }
  const missing = known.find((name) => !named.has(name))
  if (missing) throw new Unusable(`${missing} is missing.`)
  const strange = [...entries.keys()].find((name) => name !== manifestName && !named.has(name))
  if (strange !== undefined) throw new Unusable(`It holds ${strange}, which its manifest does not name.`)
}

/** Never more than the zip says the entry is long: yauzl ends a stream that is longer or shorter with an error. */
async function* bytesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream) yield chunk as Buffer
  } catch {
    throw new Unusable(`${entry.fileName} is damaged.`)
  }
}
