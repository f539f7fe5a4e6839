import 'server-only'
import { published } from '@/lib/platform/cache'
import { db, type PageKind, Prisma, pool, type Tx } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import type { Write } from '@/lib/platform/write-rows'
import type { SignedIn } from '@/lib/users/access'
import { createPage, findHead, type LockedPage, lockPage, type OnBehalfOf, sameAsHead } from './append'
import { hashOfContent } from './chain'
import type { ConflictPiece } from './merge'
import { mergeVersions, type Versions } from './merge-versions'
import { rememberRendered } from './render'
import type { JsonObject, Shape } from './shape'

// What case studies and change stories have in common when they are published: one transaction a save, merging with
// what came between, and one revision however often the same save is sent.

export type Draft<Content> = {
  content: Content
  note: string
  minor?: boolean
  /** Tells a save sent again from another save: the same key saves once. */
  key?: string
  restoredFrom?: number
  mergedFrom?: number
  undoes?: number
  onBehalfOf?: OnBehalfOf
}
/** `base` is the version that the author was reading; `strict` refuses instead of merging when it is not the head. */
export type Edit<Content> = Draft<Content> & { id: number; base: number; strict?: boolean }
/** `version` is what was written just now, for whoever answers with it. */
export type Saved = { id: number; slug: string; number: number; version?: NewVersion }
export type NewVersion = {
  record: JsonObject
  organisationId: number | null
  /** When the page began, and this version. */
  createdAt: Date
  updatedAt: Date
}
export type Published = Saved & { merged: boolean; repeated: boolean }

export type PublishRefusal =
  | 'not-found'
  | 'not-live'
  | 'unknown-base'
  | 'stale'
  | 'unchanged'
  | 'key-reused'
  | 'merge-invalid'
export type Conflict = {
  base: number
  head: number
  pieces: ConflictPiece[]
  whole: boolean
  versions: Versions
}
export type Clash = { ok: false; reason: 'conflict'; conflict: Conflict }
export type Publishing<Reason extends string = PublishRefusal> = Outcome<Published, Reason> | Clash

type Ready = { record: Prisma.InputJsonObject; slug: string }

/** What a kind of page brings along. */
export type Publisher<Content, Prepared extends Ready> = {
  kind: PageKind
  shape: Record<string, Shape>
  /** Brings my version into line with theirs before merging, such as numbers that both gave. */
  align: (base: JsonObject, theirs: JsonObject, mine: JsonObject) => JsonObject
  /** The content that a merged record stands for, or null when it breaks a rule. */
  read: (record: JsonObject) => Content | null
  /** The Markdown of a page by the names under which its HTML is kept. */
  proseOf: (content: Content) => Record<string, string>
  /** What can be worked out before the page is locked, so that others wait as little as possible. */
  prepare: (draft: Draft<Content>) => Prepared
  /** What a save locks after its page, as `lockPage` takes it. Who makes a page does without. */
  hold?: Prisma.Sql
  /** Whether a save that changes nothing of the record changes something beside it. */
  changesMore?: (draft: Prepared) => boolean
  write: (
    tx: Tx,
    viewer: SignedIn,
    /** `also` is written with it, in the same statement. */
    save: { page: LockedPage; draft: Prepared; also: Write[] },
  ) => Promise<Saved & { tags: string[] }>
}

/** Publishes a new page with its first revision. */
export async function publishNew<Content, Prepared extends Ready>(
  publisher: Publisher<Content, Prepared>,
  viewer: SignedIn,
  draft: Draft<Content>,
): Promise<Outcome<Published, 'key-reused'>> {
  const prepared = publisher.prepare(draft)
  const what = { kind: publisher.kind, record: prepared.record, note: draft.note }
  const outcome = await once(viewer, { key: draft.key, what }, async (tx, keyRows) => {
    const page = await createPage(tx, publisher.kind, prepared.slug)
    const also = keyRows(page, { merged: false })
    return done({ ...(await publisher.write(tx, viewer, { page, draft: prepared, also })), merged: false })
  })
  // Nothing can have come between: of the refusals only this one is left.
  return outcome.ok ? outcome : refused('key-reused')
}

/**
 * Adds a revision to a page. When others have saved since `base`, changes that do not touch are merged; those that touch
 * come back as a conflict, and nothing is written.
 */
export async function publishEdit<Content, Prepared extends Ready>(
  publisher: Publisher<Content, Prepared>,
  viewer: SignedIn,
  edit: Edit<Content>,
): Promise<Publishing> {
  const { id, base, note } = edit
  const { kind, hold } = publisher
  const known = await findHead(kind, id)
  // Most of the prose is as it was: its HTML is there already.
  if (known) rememberRendered(publisher.proseOf(known.content as Content), known)
  const prepared = publisher.prepare(edit)
  const what = { id, base, record: prepared.record, note }
  return once(viewer, { key: edit.key, what }, async (tx, keyRows) => {
    // Locked before comparing: two savers must not both find their base to be the head.
    const page = await lockPage(tx, { kind, id, known, hold })
    if (!page) return refused('not-found')
    if (page.state !== 'live') return refused('not-live')
    if (base > page.headNumber) return refused('unknown-base')
    if (base < page.headNumber)
      return mergeAndWrite(tx, publisher, { viewer, page, edit, mine: prepared.record, keyRows })
    if (sameAsHead(page, prepared.record) && !publisher.changesMore?.(prepared)) return refused('unchanged')
    const also = keyRows(page, { merged: false })
    return done({ ...(await publisher.write(tx, viewer, { page, draft: prepared, also })), merged: false })
  })
}

type Behind<Content> = {
  viewer: SignedIn
  page: LockedPage
  edit: Edit<Content>
  mine: Prisma.InputJsonObject
  keyRows: KeyRows
}

async function mergeAndWrite<Content, Prepared extends Ready>(
  tx: Tx,
  publisher: Publisher<Content, Prepared>,
  { viewer, page, edit, mine, keyRows }: Behind<Content>,
): Promise<Written> {
  if (edit.strict) return refused('stale')
  const base = await tx.revision.findUnique({
    where: { pageId_number: { pageId: page.id, number: edit.base } },
    select: { content: true },
  })
  if (!base || !page.headContent) return refused('unknown-base')
  const versions = { base: base.content as JsonObject, theirs: page.headContent, mine: mine as JsonObject }
  const merged = mergeVersions(publisher, versions)
  const numbers = { base: edit.base, head: page.headNumber }
  if (merged.kind === 'invalid') return refused('merge-invalid')
  if (merged.kind === 'conflict')
    return { ok: false, reason: 'conflict', conflict: { ...numbers, ...merged, versions: merged.versions } }

  const draft = publisher.prepare({
    ...edit,
    content: withWhatIsNotKept(edit, merged.content),
    mergedFrom: edit.base,
  })
  if (sameAsHead(page, draft.record) && !publisher.changesMore?.(draft)) return refused('unchanged')
  const also = keyRows(page, { merged: true })
  return done({ ...(await publisher.write(tx, viewer, { page, draft, also })), merged: true })
}

/** A hidden contact address is in no revision, so merging does not see it. */
function withWhatIsNotKept<Content>({ content }: Edit<Content>, merged: Content): Content {
  const mine = (content as { contact?: { byForm?: boolean; email?: string } | null }).contact
  const kept = (merged as { contact?: { byForm?: boolean } | null }).contact
  if (!mine?.byForm || !kept?.byForm) return merged
  return { ...merged, contact: { ...kept, email: mine.email } }
}

type Written = Outcome<Saved & { tags: string[]; merged: boolean }, PublishRefusal> | Clash
/** `what` is saved tells whether a key comes back with the same save. */
type Request = { key?: string; what: object }
/** What a save of this page has to write so that its key is known from then on. */
type KeyRows = (page: LockedPage, how: { merged: boolean }) => Write[]

/** Runs a save in one transaction; the same key a second time answers what the first has saved. */
async function once(
  viewer: SignedIn,
  { key, what }: Request,
  write: (tx: Tx, keyRows: KeyRows) => Promise<Written>,
): Promise<Publishing> {
  const request = key ? hashOfContent(what) : ''
  const before = key ? await savedBefore(viewer, key, request) : null
  if (before) return before
  try {
    const outcome = await db.$transaction((tx) =>
      write(tx, (page, how) => (key ? [keyWrite(viewer, { key, request, page, ...how })] : [])),
    )
    // The same save may have arrived twice at once: this one waited for the lock while the other wrote.
    if (!outcome.ok) return (key && (await savedBefore(viewer, key, request))) || outcome
    const { tags, ...saved } = outcome.value
    await published(tags)
    return done({ ...saved, repeated: false })
  } catch (error) {
    const again = key && isTaken(error) ? await savedBefore(viewer, key, request) : null
    if (again) return again
    throw error
  }
}

type Keyed = { key: string; request: string; page: LockedPage; merged: boolean }

function keyWrite(viewer: SignedIn, { key, request, page, merged }: Keyed): Write {
  const save = { personId: viewer.id, key, requestHash: request }
  const version = { pageId: page.id, number: page.headNumber + 1, created: page.headNumber === 0, merged }
  return { table: 'save_key', mode: 'insert', key: ['personId', 'key'], rows: [{ ...save, ...version }] }
}

type KeptSave = Saved & { merged: boolean; requestHash: string }

async function savedBefore(viewer: SignedIn, key: string, request: string): Promise<Publishing | null> {
  const { rows } = await pool().query<KeptSave>({
    name: 'saved-before',
    text: `SELECT p.id, p.slug, k.number, k.merged, k.request_hash AS "requestHash"
      FROM save_key k JOIN page p ON p.id = k.page_id WHERE k.person_id = $1 AND k.key = $2`,
    values: [viewer.id, key],
  })
  const [kept] = rows
  if (!kept) return null
  const { requestHash, ...saved } = kept
  return requestHash === request ? done({ ...saved, repeated: true }) : refused('key-reused')
}

/** Another save with this key was committed first. Raw statements tell it by the name of the constraint alone. */
function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.message.includes('save_key_pkey')
}
