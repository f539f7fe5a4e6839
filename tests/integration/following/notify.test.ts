import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { sendDigests } from '@/lib/following/digests'
import { countUnread, listNotifications, markRead } from '@/lib/following/notifications'
import { notifyOfSave, watchOwnWriting } from '@/lib/following/notify-of-save'
import { addWatch, listWatches, removeWatch } from '@/lib/following/watches'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { drainOutbox } from '@/lib/worker/tasks'
import {
  anEditOf,
  anOrganisation,
  aPerson,
  aPublishedCaseStudy,
  aPublishedStory,
  theContentsTree,
  value,
} from '@/tests/support/builders'

beforeAll(theContentsTree)
beforeEach(async () => {
  await drainOutbox()
  await db.watch.deleteMany()
  await db.notification.deleteMany()
  await db.mail.deleteMany()
  rmSync(join(env.dataDir, 'outbox'), { recursive: true, force: true })
})

const inWinter = new Date('2026-11-23T07:00:00Z')
const whys = async (viewer: Parameters<typeof listNotifications>[0]) =>
  (await listNotifications(viewer, 1)).rows.map(({ title, what, why }) => `${what}: ${title}. ${why}`)

function mails() {
  try {
    const folder = join(env.dataDir, 'outbox')
    return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  } catch {
    return []
  }
}

/** A watcher of each kind, and somebody who watches something else. */
async function watchers(caseStudy: { id: number }, organisation: { id: number }) {
  const watch = async (kind: 'page' | 'category' | 'organisation' | 'search', ref: string) => {
    const viewer = await aPerson()
    value(await addWatch(viewer, { kind, ref }))
    return viewer
  }
  return {
    page: await watch('page', String(caseStudy.id)),
    heading: await watch('category', 'D10'),
    above: await watch('category', 'D'),
    organisation: await watch('organisation', String(organisation.id)),
    search: await watch('search', 'warm homes'),
    otherHeading: await watch('category', 'D19'),
    otherSearch: await watch('search', 'aeroplanes'),
  }
}

describe('a change', () => {
  test('is told once to everybody who watches the page or what it belongs to, with the reason', async () => {
    const organisation = await anOrganisation('Hull City Council')
    const { caseStudy, author } = await aPublishedCaseStudy({ organisation: organisation.name })
    await drainOutbox()
    const who = await watchers(caseStudy, organisation)
    const edit = anEditOf(caseStudy, { organisation: organisation.name, action: 'It was split in ten.' })
    const saved = value(await editCaseStudy(author, edit))
    await drainOutbox()
    await notifyOfSave({ pageId: saved.id, number: saved.number })

    const told = 'Changed: Warm homes in small lots.'
    expect(await whys(who.page)).toEqual([`${told} You watch this page.`])
    expect(await whys(who.organisation)).toEqual([`${told} You watch Hull City Council.`])
    expect((await whys(who.heading))[0]).toMatch(/^Changed: .* You watch [A-Z]/)
    expect(await whys(who.above)).toHaveLength(1)
    expect(await whys(who.search)).toEqual([`${told} You watch the search “warm homes”.`])
    expect(await whys(who.otherHeading)).toEqual([])
    expect(await whys(who.otherSearch)).toEqual([])
    expect(await whys(author)).toEqual([])
  })

  test('that is minor is told to nobody', async () => {
    const { caseStudy, author } = await aPublishedCaseStudy()
    await drainOutbox()
    const viewer = await aPerson()
    value(await addWatch(viewer, { kind: 'page', ref: String(caseStudy.id) }))
    const saved = value(
      await editCaseStudy(author, { ...anEditOf(caseStudy, { action: 'Split.' }), minor: true }),
    )
    await drainOutbox()
    expect(await db.revision.findFirst({ where: { pageId: saved.id, number: 2 } })).toMatchObject({
      minor: true,
    })
    expect(await whys(viewer)).toEqual([])
  })

  test('of a story is told by its labels', async () => {
    const viewer = await aPerson()
    const { caseStudy } = await aPublishedCaseStudy()
    value(await addWatch(viewer, { kind: 'search', ref: 'counting cold homes' }))
    await aPublishedStory([caseStudy.id])
    await drainOutbox()
    expect(await whys(viewer)).toEqual([
      'New change story: How the council warmed its homes. You watch the search “counting cold homes”.',
    ])
  })

  test('of somebody’s own makes them watch the page, until they stop', async () => {
    const { caseStudy, author } = await aPublishedCaseStudy()
    await drainOutbox()
    expect(await listWatches(author)).toMatchObject([{ kind: 'page', ref: String(caseStudy.id) }])
    await removeWatch(author, { kind: 'page', ref: String(caseStudy.id) })
    const saved = value(await editCaseStudy(author, anEditOf(caseStudy, { action: 'Split.' })))
    await drainOutbox()
    await watchOwnWriting({ pageId: saved.id, number: saved.number })
    expect(await listWatches(author)).toEqual([])
  })
})

describe('the list', () => {
  test('is a person’s own, and marking it read leaves what came meanwhile', async () => {
    const { caseStudy, author } = await aPublishedCaseStudy()
    await drainOutbox()
    const [viewer, other] = [await aPerson(), await aPerson('admin')]
    value(await addWatch(viewer, { kind: 'page', ref: String(caseStudy.id) }))
    const first = value(await editCaseStudy(author, anEditOf(caseStudy, { action: 'One.' })))
    await drainOutbox()
    const seen = (await listNotifications(viewer, 1)).rows[0]?.id ?? 0
    value(await editCaseStudy(author, anEditOf(first, { action: 'Two.' })))
    await drainOutbox()

    await markRead(other, seen)
    expect(await countUnread(viewer)).toBe(2)
    await markRead(viewer, seen)
    expect((await listNotifications(viewer, 1)).rows.map(({ unread }) => unread)).toEqual([true, false])
    expect((await listNotifications(other, 1)).total).toBe(0)
  })
})

describe('mail', () => {
  const change = async (mailFrequency: string, times = 1) => {
    const { caseStudy, author } = await aPublishedCaseStudy()
    await drainOutbox()
    const viewer = await aPerson('contributor', { mailFrequency, name: 'Ann' })
    value(await addWatch(viewer, { kind: 'page', ref: String(caseStudy.id) }))
    let saved = caseStudy
    for (let time = 1; time <= times; time += 1)
      saved = value(await editCaseStudy(author, anEditOf(saved, { action: `Split in ${time} <parts>.` })))
    await drainOutbox()
    await db.notification.updateMany({ data: { createdAt: new Date(inWinter.getTime() - 60_000) } })
    return viewer
  }

  test('at once says what changed, why, and how to stop, in text and HTML', async () => {
    await change('at-once')
    const [row] = await db.mail.findMany()
    expect(row).toMatchObject({ subject: 'Changed: Warm homes in small lots', state: 'sent' })
    expect(row?.text).toContain('Changed: Action')
    expect(row?.text).toContain('[added: ')
    expect(row?.text).toContain('Why you get this: You watch this page.')
    expect(row?.html).toContain('&#60;parts&#62;')
    expect(row?.html).not.toMatch(/<img|<script|http:\/\/(?!127\.0\.0\.1)/)
    expect(mails()).toHaveLength(1)
    expect(mails()[0]).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
  })

  test('once a day bundles, at seven in London and only once, summer and winter', async () => {
    await change('daily', 3)
    await sendDigests(new Date('2026-11-23T06:00:00Z'))
    expect(await db.mail.count()).toBe(0)
    await sendDigests(inWinter)
    await sendDigests(inWinter)
    expect(await db.mail.findMany()).toMatchObject([{ subject: '3 changes to what you watch' }])

    await db.notification.updateMany({ data: { mailId: null, createdAt: new Date('2027-06-30T12:00:00Z') } })
    await sendDigests(new Date('2027-07-01T07:00:00Z'))
    expect(await db.mail.count()).toBe(1)
    await sendDigests(new Date('2027-07-01T06:00:00Z'))
    expect(await db.mail.count()).toBe(2)
  })

  test('once a week goes on Monday', async () => {
    await change('weekly')
    await sendDigests(new Date('2026-11-24T07:00:00Z'))
    expect(await db.mail.count()).toBe(0)
    await sendDigests(inWinter)
    expect(await db.mail.count()).toBe(1)
  })

  test('never goes to those who want none, nor about what was read on the site', async () => {
    await change('never')
    const reader = await change('daily')
    await markRead(reader, 2_000_000_000)
    await sendDigests(inWinter)
    expect(await db.mail.count()).toBe(0)
  })
})
