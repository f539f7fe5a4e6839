import 'server-only'
import { db, Prisma } from '@/lib/platform/db'
import type { Viewer } from '@/lib/users/access'
import { canOpen, canOpenWaiting } from './access'
import { FILE_TYPES, IMAGE_TYPES, LICENCES, type Licence } from './limits'
import { fileIdOf, filePath } from './paths'

export type FileView = {
  id: number
  url: string
  name: string
  /** The media type, such as "application/pdf". */
  type: string
  /** "PDF", "Word document": the type in words. */
  kind: string
  isPicture: boolean
  bytes: number
  width: number | null
  height: number | null
  /** In words; empty when nobody said. */
  licence: string
}
export type OpenedFile = FileView & { sha256: string; isPublished: boolean }

type Row = Prisma.StoredFileGetPayload<object>
type Described = Pick<Row, 'id' | 'name' | 'type' | 'bytes' | 'width' | 'height' | 'licence'>

/** A file that this person may open, or null: missing, or not theirs and on no published page. */
export async function findVisibleFile(viewer: () => Promise<Viewer>, id: number): Promise<OpenedFile | null> {
  const row = await db.storedFile.findUnique({ where: { id } })
  if (!row) return null
  const isPublished = row.publishedAt !== null
  // Only a file that is not published yet needs to know who asks.
  if (!isPublished && !(await mayOpen(await viewer(), row))) return null
  return { ...viewOf(row), sha256: row.sha256, isPublished }
}

/** The published files among these addresses, by address: for what is said beside their links. */
export async function listLinkedFiles(addresses: string[]): Promise<Record<string, FileView>> {
  const ids = addresses.map(fileIdOf).filter((id) => id !== null)
  if (ids.length === 0) return {}
  const rows = await db.storedFile.findMany({ where: { id: { in: ids }, publishedAt: { not: null } } })
  const views = new Map(rows.map((row) => [row.id, viewOf(row)]))
  const found = addresses.map((address) => [address, views.get(fileIdOf(address) ?? 0)] as const)
  return Object.fromEntries(found.filter((entry): entry is [string, FileView] => entry[1] !== undefined))
}

/** What others are told of a file. */
export function viewOf({ id, name, type, bytes, width, height, licence }: Described): FileView {
  const kinds = [...Object.values(FILE_TYPES), ...Object.values(IMAGE_TYPES)]
  return {
    id,
    url: filePath({ id, name }),
    name,
    type,
    kind: kinds.find((kind) => kind.type === type)?.name ?? 'File',
    isPicture: type.startsWith('image/'),
    bytes,
    width,
    height,
    licence: LICENCES[licence as Licence] ?? '',
  }
}

async function mayOpen(viewer: Viewer, row: Row): Promise<boolean> {
  if (canOpen(viewer, row)) return true
  return canOpenWaiting(viewer) && row.personId !== null && (await waits(row.id, row.personId))
}

/** Whether a contribution of its owner that waits for a moderator links the file. */
async function waits(id: number, personId: string): Promise<boolean> {
  const found = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT 1 FROM submission
    WHERE state = 'waiting' AND contributor_id = ${personId}::uuid
      AND content::text LIKE ${`%/files/${id}-%`} LIMIT 1`)
  return found.length > 0
}
