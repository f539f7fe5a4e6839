import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { inject } from 'vitest'
import { createCaseStudy } from '@/lib/case-studies/create'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { openThread } from '@/lib/discussions/open-thread'
import { removeComment } from '@/lib/discussions/remove-comment'
import { reply } from '@/lib/discussions/reply'
import { uploadFile } from '@/lib/media/upload'
import { emit } from '@/lib/outbox/emit'
import { mergePages } from '@/lib/pages/merge'
import { withdrawPage } from '@/lib/pages/withdraw'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { writeFirstTemplate } from '@/lib/templates/publish'
import type { SignedIn } from '@/lib/users/access'
import { drainOutbox } from '@/lib/worker/tasks'
import {
  aContent,
  anEditOf,
  anOrganisation,
  aPerson,
  aPublishedCaseStudy,
  aPublishedStory,
  theContentsTree,
  value,
} from './builders'
import { aPdf } from './files'
import { theLawRegister } from './law'

let files = 0

/** The name of a file that is not there yet. */
export function aFileName(): string {
  files += 1
  return join(inject('testDirectory'), `export-${process.pid}-${Date.now().toString(36)}-${files}.zip`)
}

/** The members of an export by name, unpacked by another program than the one that wrote it. */
export function unpacked(path: string): Map<string, Buffer> {
  return new Map(
    Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [name, Buffer.from(bytes)]),
  )
}

export function linesIn(members: Map<string, Buffer>, name: string): Record<string, unknown>[] {
  const text = members.get(`${name}.jsonl`)?.toString('utf8') ?? ''
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

/** The members with some changed, and a manifest that agrees with them: what somebody makes who knows the format. */
export function resealed(members: Map<string, Buffer>, changes: Record<string, Buffer | string | null>) {
  const all = new Map(members)
  for (const [name, bytes] of Object.entries(changes))
    if (bytes === null) all.delete(name)
    else all.set(name, Buffer.from(bytes))
  const manifest = JSON.parse(members.get('manifest.json')?.toString('utf8') ?? '')
  manifest.members = [...all].flatMap(([name, bytes]) => {
    if (name === 'manifest.json') return []
    const lines = name.endsWith('.jsonl') ? { lines: bytes.toString('utf8').split('\n').length - 1 } : {}
    return [{ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), ...lines }]
  })
  return all.set('manifest.json', Buffer.from(JSON.stringify(manifest)))
}

/** A zip of these members under a new name. */
export function packed(members: Map<string, Uint8Array>): string {
  const path = aFileName()
  writeFileSync(path, zipSync(Object.fromEntries(members), { level: 6 }))
  return path
}

/** Words that stand only where not everybody may read. No export may hold one of them. */
export const SECRETS = {
  draft: 'quokka-in-a-draft',
  submission: 'quokka-in-a-contribution',
  contact: 'quokka-hidden-contact@example.gov.uk',
  comment: 'quokka-in-a-removed-comment',
  withdrawn: 'quokka-in-a-withdrawn-page',
  withdrawnFile: 'quokka-in-a-file-of-a-withdrawn-page',
  unpublishedFile: 'quokka-in-a-file-that-nothing-links',
  report: 'quokka-in-a-report',
  message: 'quokka-in-a-message',
  mail: 'quokka-in-a-mail',
  favourite: 'quokka-in-a-favourite',
  about: 'quokka-about-a-person',
  email: 'quokka-of-an-account@example.gov.uk',
  password: 'quokka-password-hash',
  review: 'quokka-in-a-review-request',
  template: 'quokka-in-a-draft-of-the-template',
  watch: 'quokka-in-a-watch',
  wanted: 'quokka-in-a-hidden-request',
}
/** Words that everybody may read, beside them. */
export const SHOWN = {
  text: 'wombat-in-a-text',
  older: 'wombat-in-an-older-version',
  comment: 'wombat-in-a-comment',
  reason: 'wombat-in-a-reason-for-withdrawing',
  merged: 'wombat-in-a-merged-page',
  file: 'wombat-in-a-linked-file',
  wanted: 'wombat-in-a-request',
}

/** A site with something of everything, written by the same verbs as people write. */
export async function aWrittenSite() {
  await theContentsTree()
  await theLawRegister()
  await writeFirstTemplate()
  await anOrganisation('Alpha Council')
  await db.$transaction((tx) => emit(tx, 'organisations.loaded', {}))
  const moderator = await aPerson('moderator')
  const author = await aPerson('contributor', {
    email: SECRETS.email,
    about: SECRETS.about,
    passwordHash: SECRETS.password,
  })
  const shown = await aShownPage(author)
  const story = await aPublishedStory([shown.id])
  const merged = await aPublishedCaseStudy({ title: 'Twice told', context: SHOWN.merged })
  value(await mergePages(moderator, { id: merged.caseStudy.id, into: shown.id, reason: 'The same' }))
  const withdrawn = await aWithdrawnPage(author, moderator)
  const thread = await talk(author, moderator, shown.id)
  await secrets(author, shown.id)
  await drainOutbox()
  return { moderator, author, shown, story: story.story, merged: merged.caseStudy, withdrawn, thread }
}

async function aShownPage(author: SignedIn) {
  const older = aContent({ organisation: 'Alpha Council', context: SHOWN.older })
  const first = value(await createCaseStudy(author, { content: older, note: 'First' }))
  const file = await aFile(author, SHOWN.file)
  await aFile(author, SECRETS.unpublishedFile)
  const contact = { name: 'Ann', organisation: '', phone: '', email: SECRETS.contact, byForm: true }
  const changes = { title: 'Warmer homes', context: SHOWN.text, impact: `[Report](${file.url})` }
  const edit = anEditOf(first, { ...changes, organisation: 'Alpha Council', contact })
  return value((await editCaseStudy(author, edit)) as never) as typeof first
}

async function aWithdrawnPage(author: SignedIn, moderator: SignedIn) {
  const file = await aFile(author, SECRETS.withdrawnFile)
  const content = aContent({ context: SECRETS.withdrawn, impact: `[Report](${file.url})` })
  const page = value(await createCaseStudy(author, { content, note: SECRETS.withdrawn }))
  const edited = anEditOf(page, { context: `${SECRETS.withdrawn} once more` })
  await editCaseStudy(author, edited)
  value(await openThread(author, { page: page.id, field: '', title: 'Hm', body: SECRETS.withdrawn }))
  value(await withdrawPage(moderator, { id: page.id, reason: SHOWN.reason }))
  return page
}

async function aFile(author: SignedIn, words: string) {
  return value(await uploadFile(author, { bytes: aPdf(words), name: `${words}.pdf`, licence: 'ogl' }))
}

async function talk(author: SignedIn, moderator: SignedIn, page: number) {
  const thread = value(
    await openThread(author, { page, field: 'impact', title: 'How?', body: SHOWN.comment }),
  )
  const answer = value(await reply(author, { thread: thread.thread, body: SECRETS.comment }))
  value(await removeComment(moderator, { comment: answer.comment, reason: 'Rude' }))
  await db.confirmation.create({
    data: { pageId: page, tokenHash: 'f'.repeat(64), askedAt: now(), answeredAt: now(), answer: 'true' },
  })
  await db.wanted.createMany({ data: [aWish(SHOWN.wanted, 'open'), aWish(SECRETS.wanted, 'hidden')] })
  return thread.thread
}

function aWish(words: string, state: string) {
  return { slug: words, origin: 'searched', words, title: words, state, askedAt: now() }
}

async function secrets({ id: personId, actorId }: SignedIn, pageId: number) {
  const createdAt = now()
  const draft = { personId, kind: 'case_study', values: { title: SECRETS.draft } } as const
  await db.draft.create({ data: draft })
  const submission = { kind: 'case_study', content: { title: SECRETS.submission }, note: '' } as const
  await db.submission.create({ data: { ...submission, contributorId: personId } })
  await db.report.create({ data: { pageId, kind: 'contact', body: SECRETS.report } })
  await db.message.create({ data: { pageId, senderId: personId, body: SECRETS.message } })
  const mail = { key: 'k', toName: 'A', toAddress: SECRETS.email, subject: 'S', text: SECRETS.mail }
  await db.mail.create({ data: mail })
  await db.favourite.create({ data: { personId, pageId, note: SECRETS.favourite } })
  await db.watch.create({ data: { personId, kind: 'search', ref: SECRETS.watch } })
  await db.reviewRequest.create({
    data: { pageId, askedBy: actorId, dueOn: createdAt, note: SECRETS.review, createdAt },
  })
  const template = { fields: [], note: SECRETS.template }
  await db.templateDraft.create({ data: { content: template, actorId, savedAt: createdAt } })
}
