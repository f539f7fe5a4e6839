import 'server-only'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { keepBytes } from '@/lib/media/store'
import { whileNothingIsSwept } from '@/lib/media/sweep'
import type { Tx } from '@/lib/platform/db'
import { columnOf, type Row, writeRows } from '@/lib/platform/write-rows'
import { renderProse } from '@/lib/revisions/render'
import { withheldContent } from '@/lib/revisions/withheld'
import type { ArchiveReader } from './archive-reader'
import { memberOf, rowsOf } from './check'
import type { Progress } from './export'
import { rowsAtOnce } from './limits'
import { MEMBERS, type Member } from './members'

/** The titles of withdrawn pages, by id: what is left of their texts. */
type Titles = Map<number, string>

/** Writes every row and file of an export that was checked, and lets no id be given again. */
export async function writeArchive(tx: Tx, archive: ArchiveReader, onProgress: Progress): Promise<void> {
  const titles: Titles = new Map()
  for (const member of MEMBERS) await writeMember(tx, { archive, member, titles }, onProgress)
  for (const { name, numbered } of MEMBERS)
    if (numbered) await tx.$executeRawUnsafe(advance(numbered), archive.manifest.lastIds[name] ?? 0)
  await whileNothingIsSwept(tx)
  for (const member of archive.manifest.members) {
    if (!member.name.startsWith('files/')) continue
    const chunks: Buffer[] = []
    for await (const chunk of archive.read(memberOf(archive, member.name))) chunks.push(chunk)
    await keepBytes(Buffer.concat(chunks))
  }
}

type Writing = { archive: ArchiveReader; member: Member; titles: Titles }

async function writeMember(tx: Tx, { archive, member, titles }: Writing, onProgress: Progress) {
  let rows: Row[] = []
  let written = 0
  const write = async () => {
    await writeRows(tx, [{ table: tableOf(member), mode: 'insert', key: [], rows }])
    written += rows.length
    onProgress(member.name, written)
    rows = []
  }
  for await (const line of rowsOf(archive, member)) {
    if (typeof line.title === 'string') titles.set(line.id as number, line.title)
    rows.push(rowOf(member, line, titles))
    if (rows.length === rowsAtOnce && !NAMING_THEMSELVES.includes(member.model)) await write()
  }
  await write()
}

// Their rows name rows of the same table, which are there only when all are written in one statement.
const NAMING_THEMSELVES = ['Category', 'Page']

function tableOf({ model }: Member): string {
  return columnOf(model.charAt(0).toLowerCase() + model.slice(1))
}

function rowOf({ model }: Member, line: Row, titles: Titles): Row {
  if (model === 'Page') return without('title', line)
  if (model === 'Revision') return line.withheld ? withoutText(line, titles) : line
  if (model === 'Comment') return { ...line, html: renderProse(line.body as string) }
  // Nobody has the letter with this key: the question cannot be answered any more, only asked again.
  if (model === 'Confirmation') return { ...line, tokenHash: hashOfNothing() }
  if (model === 'Person') return account(line)
  return line
}

function withoutText(line: Row, titles: Titles): Row {
  const content = withheldContent(titles.get(line.pageId as number) ?? '')
  const marks = { minor: false, changed: [], restoredFrom: null, mergedFrom: null, undoes: null }
  return { ...without('withheld', line), note: '', ...marks, content }
}

/** A name in histories, and nothing that anybody could sign in to or write to. */
function account({ actorId, name, demonstration }: Row): Row {
  const handle = `imported-${actorId}`
  return { id: randomUUID(), actorId, name, demonstration, handle, email: `${handle}@cupboard.invalid` }
}

function without(name: string, { [name]: _, ...line }: Row): Row {
  return line
}

function hashOfNothing(): string {
  return createHash('sha256').update(randomBytes(32)).digest('hex')
}

function advance(table: string): string {
  return `SELECT setval(pg_get_serial_sequence('${table}', 'id'), highest, highest > 0)
    FROM (SELECT greatest($1::int, (SELECT max(id) FROM ${table}), 0) AS highest) ids WHERE highest > 0`
}
