import 'server-only'
import { createCaseStudy } from '@/lib/case-studies/create'
import { type EditRefusal, editCaseStudy } from '@/lib/case-studies/edit'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { contentOn } from '@/lib/case-studies/template'
import { env } from '@/lib/platform/env'
import type { Conflict, Published } from '@/lib/revisions/publish'
import { findVersion } from '@/lib/revisions/queries'
import { versionForEdit } from '@/lib/templates/asked'
import { findTemplates } from '@/lib/templates/queries'
import type { SignedIn } from '@/lib/users/access'
import { readBody } from './body'
import { etagOf, readBase, readKey } from './conditions'
import { contentOf, placeOf } from './content'
import type { Call } from './operation'
import { caseStudyApiPath } from './paths'
import { invalid, problem } from './problems'
import { numberIn } from './query'
import type { Reply } from './reply'
import { caseStudyWrite } from './schema'
import { findAddress, findSnapshot, movedTo, withdrawn } from './snapshot'
import type { Caller } from './tokens'
import { type Snapshot, viewOf } from './view'

/** Publishes a new case study: 201 with its address, the same again for a key that was sent before. */
export async function createFrom(call: Call<unknown>): Promise<Reply> {
  const read = await readDraft(call, null)
  if (!read.ok) return read.reply
  const { viewer, note, ...draft } = read.draft
  const outcome = await createCaseStudy(viewer, { ...draft, note: note || 'Created through the API' })
  if (!outcome.ok) return outcome.reason === 'key-reused' ? problem('key-reused') : refusedAs(outcome.reason)

  const saved = await savedAs(outcome.value)
  const location = `${env.siteUrl}${caseStudyApiPath(outcome.value.id)}`
  return { ...saved, status: 201, headers: { ...saved.headers, Location: location } }
}

/** Changes a case study on top of the version named in `If-Match`; merges, or answers 409 and writes nothing. */
export async function replaceFrom(call: Call<unknown>): Promise<Reply> {
  const id = numberIn(call.params.id)
  if (id === null) return problem('not-found')
  const base = readBase(call.request.headers)
  if (!base.ok) return (await whyNot(id)) ?? base.reply
  const read = await readDraft(call, { id, base: base.value })
  if (!read.ok) return read.reply

  const { viewer, note, ...draft } = read.draft
  const edit = { ...draft, note: note || 'Changed through the API', id, base: base.value }
  const outcome = await editCaseStudy(viewer, edit)
  if (outcome.ok) return savedAs(outcome.value)
  if (outcome.reason === 'conflict') return conflictReply(outcome.conflict)
  // Nothing had to change, so that the case study is as the program wants it.
  if (outcome.reason === 'unchanged') return readBack(id, { number: null, merged: false })
  return (await whyNot(id)) ?? refusedAs(outcome.reason)
}

type Draft = { viewer: SignedIn; content: CaseStudyContent; note: string; minor: boolean; key?: string }

async function readDraft({ request, caller }: Call<unknown>, page: { id: number; base: number } | null) {
  const key = readKey(request.headers)
  if (!key.ok) return key
  const body = await readBody(request, caseStudyWrite)
  if (!body.ok) return body
  const read = await contentOf(body.value, await schemaFor(body.value.template, page))
  if (!read.ok) return { ok: false, reply: invalid(read.errors) } as const

  const { note, minor } = body.value
  // An operation that writes is not called without a token.
  const { viewer } = caller as Caller
  const draft: Draft = { viewer, content: read.content, note, minor, key: key.value }
  return { ok: true, draft } as const
}

/** A change that does not name a version of the template stays on that of the version which it changes. */
async function schemaFor(sent: number | undefined, page: { id: number; base: number } | null) {
  const templates = await findTemplates()
  if (!page) return contentOn(templates, templates.current.version)
  const template = sent ?? (await templateOfVersion(page))
  return contentOn(templates, versionForEdit(templates, template))
}

async function templateOfVersion({ id, base }: { id: number; base: number }) {
  const version = await findVersion<CaseStudyContent>('case_study', id, base)
  return version?.content.template ?? 1
}

/** Why a case study cannot be written at all, or null when it can. */
async function whyNot(id: number): Promise<Reply | null> {
  const address = await findAddress(id)
  if (!address) return problem('not-found')
  if (address.state === 'withdrawn') return withdrawn(address.reason)
  return address.mergedInto === null ? null : movedTo(address.mergedInto, { writing: true })
}

function refusedAs(reason: Exclude<EditRefusal, 'unchanged'>): Reply {
  if (reason === 'not-allowed') return problem('waits-for-review')
  if (reason === 'unknown-label')
    return invalid([
      { path: 'categories', message: 'One of these labels does not exist. /categories lists them' },
    ])
  if (reason === 'key-reused') return problem('key-reused')
  if (reason === 'unknown-base') return problem('unknown-base')
  if (reason === 'not-found' || reason === 'not-live') return problem('not-found')
  return invalid([
    {
      path: 'body',
      message:
        'Merged with what others have saved since, it would break a limit. Read the newest version and change that',
    },
  ])
}

/** The case study as this save left it, even when others have saved since. */
async function savedAs({ id, slug, number, version, merged }: Published): Promise<Reply> {
  // It was saved when the same request came before.
  if (!version) return readBack(id, { number, merged })
  const { current } = await findTemplates()
  const { record, ...facts } = version
  const content = record as CaseStudyContent
  // Nothing of the contact is hidden from who has just sent it; a private address is not in the record.
  const snapshot = {
    id,
    slug,
    revision: number,
    content,
    ...facts,
    hidesContact: false,
    fields: current.fields,
  }
  return savedReply(snapshot, merged)
}

async function readBack(
  id: number,
  { number, merged }: { number: number | null; merged: boolean },
): Promise<Reply> {
  const found = await findSnapshot(id, number)
  return found.ok ? savedReply(found.snapshot, merged) : found.reply
}

function savedReply(snapshot: Snapshot, merged: boolean): Reply {
  return { status: 200, body: { ...viewOf(snapshot), merged }, headers: { ETag: etagOf(snapshot.revision) } }
}

function conflictReply({ head, pieces }: Conflict): Reply {
  const conflicts = pieces.map(({ path, label, base, theirs, mine }) => {
    return { path: placeOf(path), label, base, theirs, yours: mine }
  })
  const errors = conflicts.map(({ path, label }) => ({
    path,
    message: `${label}: somebody else changed this too`,
  }))
  return problem('conflict', { errors, revision: head, conflicts }, { ETag: etagOf(head) })
}
