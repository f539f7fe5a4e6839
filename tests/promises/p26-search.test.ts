import { beforeAll, describe, expect, test } from 'vitest'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { openThread } from '@/lib/discussions/open-thread'
import { saveDraft } from '@/lib/drafts/save'
import { mergePages } from '@/lib/pages/merge'
import { withdrawPage } from '@/lib/pages/withdraw'
import { saveProfile } from '@/lib/people/profile'
import { db } from '@/lib/platform/db'
import { declineSubmission } from '@/lib/review/decide'
import { submitCaseStudy } from '@/lib/review/submit'
import { aclOf, everybody } from '@/lib/search/access'
import { resultsCsv } from '@/lib/search/csv'
import { countFound, search } from '@/lib/search/find'
import { searchesFinding } from '@/lib/search/match'
import { readState } from '@/lib/search/state'
import { suggest } from '@/lib/search/suggest'
import { drainOutbox } from '@/lib/worker/tasks'
import { ask } from '../support/api'
import { aContent, anEditOf, aPerson, aPublishedCaseStudy, theContentsTree, value } from '../support/builders'
import { size } from '../support/size'

// P26, the part of it that is search: what is not for everybody is found by no word, counted nowhere and never suggested.
const RUNS = size({ suite: 2, full: 300 })

/** A word that is nowhere else: "zaq" and the number in letters, so that neighbours are never one slip apart. */
function word(kind: string, number: number): string {
  const letters = [...number.toString(26).padStart(3, '0')].map(
    (digit) => 'bcdfghjklmnpqrstvwxyzaeiou'[parseInt(digit, 26)],
  )
  return `${kind}${letters.map((letter) => `${letter}${letter}`).join('')}wick`
}

const secrets: string[] = []
const open: string[] = []

beforeAll(async () => {
  await theContentsTree()
  const moderator = await aPerson('moderator')
  const stays = (await aPublishedCaseStudy({ title: 'A page that stays' })).caseStudy
  for (let run = 0; run < RUNS; run += 1) {
    const secret = (kind: string) => {
      const made = word(kind, run)
      secrets.push(made)
      return made
    }
    await writeDrafts(secret)
    await writeSubmissions(secret, moderator)
    await movePages(secret, moderator, stays.id)
    await hidePeople(secret)
    await writeAround(secret, moderator)
    const { caseStudy } = await aPublishedCaseStudy({
      title: `Open ${word('op', run)}`,
      impact: secret('before'),
    })
    const author = await aPerson()
    value(
      await editCaseStudy(author, anEditOf(caseStudy, { title: `Open ${word('op', run)}`, impact: 'Warm.' })),
    )
    open.push(word('op', run))
  }
  await drainOutbox()
}, 60 * 60_000)

type Secret = (kind: string) => string
type Person = Awaited<ReturnType<typeof aPerson>>

async function writeDrafts(secret: Secret) {
  const viewer = await aPerson()
  const values = {
    title: `A ${secret('draft')}`,
    summary: secret('drafted'),
    organisation: secret('draftorg'),
  }
  value(await saveDraft(viewer, { kind: 'case_study', pageId: null, base: null, values }))
  const { caseStudy } = await aPublishedCaseStudy({ title: 'With a draft beside it' })
  const beside = { title: secret('beside') }
  value(
    await saveDraft(viewer, {
      kind: 'case_study',
      pageId: caseStudy.id,
      base: caseStudy.number,
      values: beside,
    }),
  )
}

async function writeSubmissions(secret: Secret, moderator: Person) {
  const viewer = await aPerson('pending')
  const content = (kind: string) => aContent({ title: secret(kind), summary: secret(`${kind}s`) })
  value(await submitCaseStudy(viewer, { page: null, note: secret('note'), content: content('waiting') }))
  const refused = value(
    await submitCaseStudy(viewer, { page: null, note: 'New', content: content('refused') }),
  )
  value(await declineSubmission(moderator, { id: refused.id, reason: secret('reason') }))
}

async function movePages(secret: Secret, moderator: Person, stays: number) {
  const withdrawn = await aPublishedCaseStudy({
    title: secret('withdrawn'),
    organisation: secret('withdrawnorg'),
  })
  await drainOutbox()
  value(await withdrawPage(moderator, { id: withdrawn.caseStudy.id, reason: secret('why') }))
  const merged = await aPublishedCaseStudy({ title: secret('merged') })
  value(await mergePages(moderator, { id: merged.caseStudy.id, into: stays, reason: secret('because') }))
}

const profile = {
  jobTitle: '',
  organisation: '',
  region: 'Wales',
  about: '',
  canHelpWith: '',
  helpCategories: [],
} as const

async function hidePeople(secret: Secret) {
  const facts = (kind: string) => ({
    ...profile,
    helpCategories: [],
    name: secret(kind),
    about: secret(`${kind}about`),
  })
  value(await saveProfile(await aPerson(), { ...facts('unlisted'), listed: false }))
  const once = await aPerson()
  value(await saveProfile(once, { ...facts('once'), listed: true }))
  const suspended = await aPerson()
  value(await saveProfile(suspended, { ...facts('suspended'), listed: true }))
  await drainOutbox()
  value(await saveProfile(once, { ...facts('once'), listed: false }))
  await db.person.update({ where: { id: suspended.id }, data: { suspendedAt: new Date() } })
  await db.person.update({ where: { id: once.id }, data: { email: `${secret('mail')}@example.gov.uk` } })
}

async function writeAround(secret: Secret, moderator: Person) {
  const email = `${secret('address')}@${secret('domain')}.example`
  const contact = { name: 'Procurement team', organisation: '', email, phone: '', byForm: true }
  const { caseStudy } = await aPublishedCaseStudy({ title: 'With a contact', contact })
  const thread = {
    pageId: caseStudy.id,
    title: secret('thread'),
    body: secret('talk'),
    field: '',
    revision: null,
  }
  await openThread(moderator, thread as never)
}

const viewers = () => [
  [...everybody],
  aclOf({ id: crypto.randomUUID(), role: 'contributor', organisationId: 1 }),
  aclOf({ id: crypto.randomUUID(), role: 'moderator' }),
]

describe(`P26 ${RUNS} of each kind of secret`, () => {
  test('the page is there that everybody may read, by its word, its beginning and a slip', async () => {
    for (const known of open) {
      const found = await search(readState({ q: known }), everybody)
      expect([known, found.total, found.hits.length]).toEqual([known, 1, 1])
      expect((await search(readState({ q: `${known}s` }), everybody)).total).toBe(1)
      expect(await resultsCsv(readState({ q: known }), everybody)).toContain(`Open ${known}`)
      expect(JSON.stringify(await suggest(known.slice(0, 7), everybody))).toContain('op')
    }
  })

  test('no secret word finds, counts, marks or completes anything, for anybody', async () => {
    for (const secret of secrets) {
      for (const acl of viewers()) {
        const { total, hits, others, plan, counts } = await search(readState({ q: secret }), acl)
        const told = [total, hits.length + others.length, plan.taken, counts]
        expect([secret, ...told]).toEqual([secret, 0, 0, [], {}])
      }
      for (const typed of [`"${secret}"`, `${secret}x`, secret.slice(0, -2)])
        expect(await countFound(readState({ q: typed }), everybody)).toBe(0)
      expect(await suggest(secret.slice(0, -3), everybody)).toEqual([])
      expect((await resultsCsv(readState({ q: secret }), everybody)).trim().split('\n')).toHaveLength(1)
    }
  })

  test('without a word, nothing secret is counted or listed', async () => {
    const whole = await search(readState({ perPage: '50' }), everybody)
    const live = await db.page.count({ where: { state: 'live' } })
    expect(whole.counts.kind?.case_study).toBe(live)
    expect(whole.counts.kind?.person).toBeUndefined()
    for (const kind of ['person', 'organisation'] as const) {
      const { hits, total } = await search(readState({ kind, perPage: '50' }), everybody)
      expect([hits, total]).toEqual([[], 0])
    }
    const texts = await db.$queryRaw<{ text: string }[]>`
      SELECT texts::text || facets::text || title AS text FROM search_document
      UNION ALL SELECT word FROM search_word WHERE docs + hidden_docs > 0
      UNION ALL SELECT value FROM search_facet`
    const everything = texts.map(({ text }) => text).join('\n')
    expect(secrets.filter((secret) => everything.includes(secret))).toEqual([])
  })

  test('a saved search for a secret word finds no page', async () => {
    const pages = await db.page.findMany({ select: { id: true, kind: true }, take: RUNS * 5 })
    for (const page of pages) expect(await searchesFinding(page, secrets.slice(0, 20))).toEqual([])
    const page = await db.page.findFirstOrThrow({ where: { slug: { startsWith: 'open-' } } })
    expect(await searchesFinding(page, [...secrets.slice(0, 20), ...open.slice(0, 1)])).toEqual(
      open.slice(0, 1),
    )
  })

  test('neither do programs', async () => {
    for (const secret of secrets.slice(0, 60)) {
      const { status, body } = await ask('GET', `/search?q=${secret}`)
      expect(status).toBe(200)
      expect(JSON.stringify(body).replaceAll(`q=${secret}`, '')).not.toContain(`"title":"${secret}`)
      expect(body.total ?? 0).toBe(0)
    }
  })
})
