import 'server-only'
import { createReadStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import type { PoolClient } from 'pg'
import { storedAt } from '@/lib/media/store'
import { now } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { ArchiveWriter } from './archive-writer'
import { formatName, formatVersion, manifestName, readMeName, rowsAtOnce } from './limits'
import type { Manifest } from './manifest'
import { MEMBERS, type Member } from './members'
import { README } from './read-me'

export type Progress = (what: string, lines: number) => void
export type Exported = { pages: number; revisions: number; withheld: number; files: number; bytes: number }
export type ExportRefusal = 'exists' | 'file-missing' | 'not-writable' | 'disk-full'

type Row = Record<string, unknown>
/** What is noted while versions and comments go by. */
type Seen = { files: Set<number>; withheld: number; hashes: Map<string, { id: number; name: string }> }

/**
 * Writes everything that everybody may read into a new file, as it stood at one moment. Refuses 'exists' when there is
 * such a file, 'file-missing' when the bytes of a linked file are gone, 'not-writable' and 'disk-full' when there is no
 * place for it; then there is no file.
 */
export async function exportSite(
  path: string,
  onProgress: Progress = () => undefined,
): Promise<Outcome<Exported, ExportRefusal>> {
  if (await exists(path)) return refused('exists')
  const partial = `${path}.part`
  await rm(partial, { force: true })
  try {
    const exported = await asOfOneMoment((client) => write(client, partial, onProgress))
    if (exported) await rename(partial, path)
    return exported ? done(exported) : refused('file-missing')
  } catch (error) {
    const reason = PLACES[(error as NodeJS.ErrnoException).code ?? '']
    if (!reason) throw error
    return refused(reason)
  } finally {
    await rm(partial, { force: true })
  }
}

const PLACES: Record<string, ExportRefusal> = {
  ENOENT: 'not-writable',
  ENOTDIR: 'not-writable',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOSPC: 'disk-full',
}

async function asOfOneMoment<Result>(read: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool().connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return await read(client)
  } finally {
    await client.query('ROLLBACK').catch(() => undefined)
    client.release()
  }
}

async function write(client: PoolClient, path: string, onProgress: Progress): Promise<Exported | null> {
  const archive = new ArchiveWriter(path)
  const seen: Seen = { files: new Set(), withheld: 0, hashes: new Map() }
  const lines: Record<string, number> = {}
  await archive.add(readMeName, only(README))
  for (const member of MEMBERS) {
    const file = `${member.name}.jsonl`
    const count = (n: number) => {
      lines[file] = n
      onProgress(member.name, n)
    }
    count(0)
    await archive.add(file, linesFrom(client, member, { seen, count }))
  }
  for (const sha256 of [...seen.hashes.keys()].sort()) {
    if (!(await exists(storedAt(sha256)))) return null
    await archive.add(`files/${sha256}`, createReadStream(storedAt(sha256)))
  }
  const said: Manifest = {
    format: formatName,
    version: formatVersion,
    site: env.siteUrl,
    exportedAt: now().toISOString(),
    withheld: seen.withheld,
    lastIds: await lastIds(client),
    members: archive.members.map((one) => ({
      ...one,
      ...(one.name in lines && { lines: lines[one.name] }),
    })),
  }
  const { bytes } = await archive.add(manifestName, only(`${JSON.stringify(said, null, 2)}\n`))
  await archive.end()
  const total = archive.members.reduce((sum, member) => sum + member.bytes, bytes)
  const [pages = 0, revisions = 0] = [lines['pages.jsonl'], lines['revisions.jsonl']]
  return { pages, revisions, withheld: seen.withheld, files: seen.hashes.size, bytes: total }
}

type Noting = { seen: Seen; count: (lines: number) => void }

async function* linesFrom(
  client: PoolClient,
  member: Member,
  { seen, count }: Noting,
): AsyncGenerator<Buffer> {
  await client.query(`DECLARE member NO SCROLL CURSOR FOR ${member.sql}`)
  let lines = 0
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${rowsAtOnce} FROM member`)
    if (rows.length === 0) break
    const chosen = rows.map(lineOf).filter((line) => isWanted(member, line, seen))
    const texts = chosen.map((line) => `${JSON.stringify(line)}\n`)
    for (const [at, text] of texts.entries()) note(member, { line: chosen[at] as Row, text }, seen)
    lines += texts.length
    count(lines)
    if (texts.length > 0) yield Buffer.from(texts.join(''))
  }
  await client.query('CLOSE member')
}

/** What everybody may read of a row: of a withdrawn page's version only its link in the chain. */
function lineOf({ withheld, ...row }: Row): Row {
  if (withheld) {
    const { pageId, number, parent, actorId, createdAt, contentHash, previousHash, hash } = row
    return { pageId, number, parent, actorId, createdAt, contentHash, previousHash, hash, withheld: true }
  }
  if ('title' in row && row.title === null) delete row.title
  return row
}

/** A file that no exported text links stays here, though it was published once. */
function isWanted({ model }: Member, line: Row, { files }: Seen): boolean {
  return model !== 'StoredFile' || files.has(line.id as number)
}

function note({ model }: Member, { line, text }: { line: Row; text: string }, seen: Seen) {
  if (line.withheld) seen.withheld += 1
  if (model === 'Revision' || model === 'Comment')
    for (const [, id] of text.matchAll(/\/files\/([1-9]\d{0,8})-/g)) seen.files.add(Number(id))
  if (model === 'StoredFile')
    seen.hashes.set(line.sha256 as string, { id: line.id as number, name: line.name as string })
}

async function lastIds(client: PoolClient): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const { name, numbered } of MEMBERS) {
    if (!numbered) continue
    const { rows } = await client.query<{ last: number }>(
      `SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('${numbered}', 'id')::regclass), 0)::int AS last`,
    )
    found[name] = rows[0]?.last ?? 0
  }
  return found
}

async function* only(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
