import 'server-only'
import { readFile } from 'node:fs/promises'
import { inChild } from '@/lib/media/child'
import { unpackedMaxBytes, unpackedMaxEntries } from '@/lib/media/limits'
import { storedAt } from '@/lib/media/store'
import { emit } from '@/lib/outbox/emit'
import { now } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { writeIndex } from './keep'
import { fileWordsMax } from './limits'
import { reindexPages } from './reindex'

type Part = { label: string; text: string }
type Answer = { parts: Part[]; cut: boolean; refused?: undefined } | { refused: string }
type Kept = { state: 'read' | 'unreadable' | 'unsupported'; parts: Part[]; cut: boolean }

const PROGRAM = 'lib/search/programs/read-text.mjs'
const BOUNDS = { milliseconds: 60_000, megabytes: 512 }

/**
 * Takes the text out of a file that everybody may open, once, and writes what search keeps of it. What cannot be read (a
 * scan, a password, a broken file) is noted as such.
 */
export async function readPublishedFile({ fileId }: { fileId: number }): Promise<void> {
  const file = await db.storedFile.findUnique({ where: { id: fileId }, include: { text: true } })
  if (!file?.publishedAt) return
  if (!file.text) {
    const kept = (await readBefore(file.sha256)) ?? (await read(file))
    await writeIndex([], (tx) => keepText(tx, fileId, kept))
  }
  await reindexPages(await pagesLinking(fileId))
}

/** Asks for the text of every published file that was not read yet. */
export async function readWaitingFiles(): Promise<void> {
  const waiting = await db.storedFile.findMany({
    where: { publishedAt: { not: null }, text: null, type: { not: { startsWith: 'image/' } } },
    select: { id: true },
  })
  await db.$transaction(async (tx) => {
    for (const { id } of waiting) await emit(tx, 'file.published', { fileId: id })
  })
}

async function read({ id, sha256, type }: { id: number; sha256: string; type: string }): Promise<Kept> {
  if (type.startsWith('image/')) return { state: 'unsupported', parts: [], cut: false }
  const bytes = await readFile(storedAt(sha256))
  const limits = { wordsMax: fileWordsMax, unpackedMaxBytes, unpackedMaxEntries }
  const outcome = await inChild<Answer>(PROGRAM, { bytes, type, limits }, BOUNDS)
  const answer: Answer = outcome.ok ? outcome.value : { refused: outcome.reason }
  if (answer.refused === undefined) {
    if (answer.cut) log('warn', 'a file has more words than are searched', { file: id, words: fileWordsMax })
    return { state: 'read', parts: answer.parts.map(keepable), cut: answer.cut }
  }
  log('warn', 'the text of a file could not be read', { file: id, reason: answer.refused })
  return { state: 'unreadable', parts: [], cut: false }
}

/** The same bytes may have been uploaded twice. */
async function readBefore(sha256: string): Promise<Kept | null> {
  const known = await db.fileText.findFirst({ where: { file: { sha256 } } })
  return known && { state: known.state as Kept['state'], parts: known.parts as Part[], cut: known.cut }
}

async function keepText(tx: Tx, fileId: number, kept: Kept): Promise<void> {
  // A file may be swept away while it is read.
  const found = await tx.$queryRaw<unknown[]>`SELECT FROM stored_file WHERE id = ${fileId} FOR KEY SHARE`
  if (found.length === 0) return
  const row = { ...kept, readAt: now() }
  await tx.fileText.upsert({ where: { fileId }, create: { fileId, ...row }, update: row })
}

/** As the index has it: a page that is written later finds the text there. */
async function pagesLinking(fileId: number): Promise<number[]> {
  const rows = await db.searchDocument.findMany({
    where: { kind: 'document', ref: { endsWith: `-${fileId}` } },
    select: { pageId: true },
  })
  return rows.flatMap(({ pageId }) => pageId ?? [])
}

// PostgreSQL keeps no NUL, and half a surrogate pair cannot be written.
function keepable({ label, text }: Part): Part {
  const clean = (words: string) => words.toWellFormed().replaceAll('\u0000', '')
  return { label: clean(label).slice(0, 200), text: clean(text) }
}
