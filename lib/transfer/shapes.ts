import 'server-only'
import { z } from 'zod'
import { FILE_TYPES, fileMaxBytes, IMAGE_TYPES } from '@/lib/media/limits'

// What one line of each member says. The names are those of the database's columns, in camel case.
const id = z.int().min(1).max(2_147_483_647)
const text = z.string()
const texts = z.array(text)
/** A part of an address: nothing that could lead out of it. */
const slug = z.string().regex(/^[\p{L}\p{N}-]{0,200}$/u, 'must be letters, digits and hyphens')
const time = z.iso.datetime({ precision: 3 })
const day = z.iso.date()
const actor = z.guid()
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')
const json = z.looseObject({})
const mediaTypes = [...Object.values(FILE_TYPES), ...Object.values(IMAGE_TYPES)].map(({ type }) => type)

export const categoryLine = z.strictObject({
  code: text,
  parentCode: text.nullable(),
  section: text,
  slug,
  name: text,
  note: text,
  alsoCalled: texts,
  cpv: texts,
  position: z.int(),
  status: text,
  successors: texts,
  retiredAt: time.nullable(),
})

export const organisationLine = z.strictObject({
  id,
  slug,
  name: text,
  otherNames: texts,
  type: text,
  region: text,
  webDomains: texts,
  unconfirmedDomains: texts,
  status: text,
  dissolvedOn: text,
  successor: text,
  note: text,
  checkedOn: day.nullable(),
})

/** A version of the law register or of the template. */
export const publishedVersionLine = z.strictObject({
  version: id,
  content: json,
  note: text,
  actorId: actor.nullable(),
  createdAt: time,
})

export const pageLine = z.strictObject({
  id,
  kind: z.enum(['case_study', 'story']),
  slug,
  headNumber: id,
  createdAt: time,
  updatedAt: time,
  state: z.enum(['live', 'withdrawn', 'merged']),
  mergedInto: id.nullable(),
  /** Of a withdrawn page, whose texts are left out. */
  title: text.optional(),
})

const link = {
  pageId: id,
  number: id,
  parent: id.nullable(),
  actorId: actor,
  createdAt: time,
  contentHash: hash,
  previousHash: hash,
  hash,
}
const shownRevision = z.strictObject({
  ...link,
  note: text,
  minor: z.boolean(),
  changed: texts,
  restoredFrom: id.nullable(),
  mergedFrom: id.nullable(),
  undoes: id.nullable(),
  content: json,
})
const withheldRevision = z.strictObject({ ...link, withheld: z.literal(true) })
export const revisionLine = z.union([shownRevision, withheldRevision])

export const pageEventLine = z.strictObject({
  id,
  pageId: id,
  kind: text,
  actorId: actor,
  reason: text,
  otherPageId: id.nullable(),
  createdAt: time,
})

export const threadLine = z.strictObject({
  id,
  pageId: id,
  field: text,
  title: text,
  number: id,
  fieldHash: hash,
  actorId: actor,
  createdAt: time,
  changedAt: time,
  resolvedAt: time.nullable(),
  resolvedBy: actor.nullable(),
})

export const commentLine = z.strictObject({
  id,
  threadId: id,
  actorId: actor,
  /** Markdown; empty when a moderator has removed it. */
  body: text,
  createdAt: time,
  removedAt: time.nullable(),
  removedReason: text,
})

export const categoryChangeLine = z.strictObject({
  id,
  kind: text,
  codes: texts,
  proposal: json,
  reason: text,
  state: text,
  proposedBy: actor,
  organisationId: id.nullable(),
  openedAt: time,
  closesOn: day,
  decisionNumber: id.nullable(),
  decision: text,
  decidedBy: actor.nullable(),
  decidedAt: time.nullable(),
  taxonomyVersion: z.int().nullable(),
  before: json.nullable(),
  undoneBy: actor.nullable(),
  undoneAt: time.nullable(),
  undoReason: text,
  undoVersion: z.int().nullable(),
})

export const categoryPositionLine = z.strictObject({
  changeId: id,
  organisationId: id,
  actorId: actor,
  stance: text,
  reason: text,
  takenAt: time,
})

export const categoryChoiceLine = z.strictObject({ changeId: id, pageId: id, code: text, targets: texts })

export const relabellingLine = z.strictObject({
  id,
  registerVersion: id,
  pageId: id,
  labelBefore: text,
  labelAfter: text,
  lawBefore: text,
  lawAfter: text,
  why: text,
  createdAt: time,
})

export const confirmationLine = z.strictObject({
  id,
  pageId: id,
  askedAt: time,
  answeredAt: time.nullable(),
  answer: text,
})

export const fileLine = z.strictObject({
  id,
  sha256: hash,
  name: z.string().regex(/^[^/\\\0]{1,255}$/, 'must be a plain file name'),
  type: z.enum(mediaTypes),
  bytes: z.int().min(0).max(fileMaxBytes),
  width: z.int().nullable(),
  height: z.int().nullable(),
  licence: text,
  createdAt: time,
  publishedAt: time,
})

/** What somebody looks for. */
export const wantedLine = z.strictObject({
  id,
  slug,
  origin: text,
  words: text.nullable(),
  title: text,
  purpose: text,
  lookingFor: text,
  categories: texts,
  nation: text,
  bodyGroup: text,
  state: z.enum(['open', 'answered', 'withdrawn', 'closed']),
  actorId: actor.nullable(),
  answerPageId: id.nullable(),
  askedAt: time,
})

export const wantedClaimLine = z.strictObject({
  wantedId: id,
  organisationId: id,
  actorId: actor,
  dueOn: day,
  claimedAt: time,
})

export const wantedEventLine = z.strictObject({
  id,
  wantedId: id,
  kind: text,
  actorId: actor.nullable(),
  organisationId: id.nullable(),
  pageId: id.nullable(),
  note: text,
  createdAt: time,
})

export const personLine = z.strictObject({ actorId: actor, name: text, demonstration: z.boolean() })
