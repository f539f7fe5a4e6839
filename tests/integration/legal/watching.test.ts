import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendDigests } from '@/lib/following/digests'
import { countUnread, listNotifications } from '@/lib/following/notifications'
import { watchChoice } from '@/lib/following/schema'
import { stoppedBy, unsubscribe, unsubscribeToken } from '@/lib/following/unsubscribe'
import { addWatch, listWatches, removeWatch } from '@/lib/following/watches'
import { publishRegister } from '@/lib/legal/publish-register'
import { findRegister } from '@/lib/legal/queries'
import type { Register } from '@/lib/legal/register'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { refused } from '@/lib/platform/outcome'
import { drainOutbox } from '@/lib/worker/tasks'
import { aContent, aPerson, aPublishedCaseStudy, theContentsTree, value } from '@/tests/support/builders'
import { beginningOn, starterLaws, theLawRegister, withLaws } from '@/tests/support/law'

let admin: Awaited<ReturnType<typeof aPerson>>
let starter: Register

beforeAll(async () => {
  await theContentsTree()
  await theLawRegister()
  starter = await starterLaws()
  admin = await aPerson('admin')
})
beforeEach(async () => {
  await drainOutbox()
  await db.watch.deleteMany()
  await db.notification.deleteMany()
  await db.mail.deleteMany()
  rmSync(join(env.dataDir, 'outbox'), { recursive: true, force: true })
})

async function publish(content: Register, note = 'A change', viewer = admin) {
  const base = (await findRegister())?.version ?? 0
  const outcome = await publishRegister(viewer, { content, note, base })
  await drainOutbox()
  return value(outcome)
}

async function watcherOf(...codes: string[]) {
  const viewer = await aPerson()
  for (const ref of codes) value(await addWatch(viewer, { kind: 'law', ref }))
  return viewer
}

async function atOnce(person: { id: string }) {
  await db.person.update({ where: { id: person.id }, data: { mailFrequency: 'at-once' } })
}

function mails() {
  try {
    const folder = join(env.dataDir, 'outbox')
    return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  } catch {
    return []
  }
}

const ACT = 'Procurement Act 2023 and Procurement Regulations 2024'

describe('watching a law', () => {
  test('a version that changed it is told once, however many labels it moved; to watchers of another law, not at all', async () => {
    await publish(beginningOn(starter, '2024-10-28'))
    const { legalStatus } = aContent()
    for (const day of ['01', '02', '03'])
      await aPublishedCaseStudy({ legalStatus: { ...legalStatus, commencedOn: `2024-12-${day}` } })
    const who = {
      act: await watcherOf('PA2023'),
      both: await watcherOf('PA2023', 'PCR2015'),
      other: await watcherOf('PRSA2014'),
    }
    await atOnce(who.act)

    const { version, moved } = await publish(starter, 'Put off to 24 February 2025')
    expect(moved).toBe(3)
    const told = await listNotifications(who.act, 1)
    expect(told.rows).toEqual([
      {
        id: expect.any(Number),
        kind: 'law',
        pageId: null,
        number: null,
        title: ACT,
        what: 'Law register changed',
        who: admin.name,
        note: 'Put off to 24 February 2025',
        path: `/law/versions/${version}`,
        pathLabel: 'See what changed',
        why: `You watch ${ACT}.`,
        reason: 'law:PA2023',
        createdAt: expect.any(String),
        unread: true,
      },
    ])
    expect((await listNotifications(who.both, 1)).rows.map(({ why }) => why)).toEqual([`You watch ${ACT}.`])
    expect((await listNotifications(who.other, 1)).rows).toEqual([])
    expect(await countUnread(who.other)).toBe(0)
  })

  test('a version that leaves the law as it was is told to nobody; nor is anybody told of their own deed', async () => {
    const [viewer, author] = [await watcherOf('PA2023'), await aPerson('admin')]
    value(await addWatch(author, { kind: 'law', ref: 'SVA2012' }))
    await publish(withLaws(starter, { SVA2012: { note: 'Other words about it.' } }), 'Words', author)
    expect((await listNotifications(viewer, 1)).rows).toEqual([])
    expect((await listNotifications(author, 1)).rows).toEqual([])
    await publish(withLaws(starter, { SVA2012: { note: 'Words again.' } }), 'Words')
    expect((await listNotifications(author, 1)).rows).toHaveLength(1)
  })

  test('comes by mail at once, and stops with one press', async () => {
    const viewer = await watcherOf('PA2023')
    await atOnce(viewer)
    const { version } = await publish(
      withLaws(starter, { PA2023: { note: 'Said more plainly.' } }),
      'Plainer',
    )
    const [mail = '', ...more] = mails()
    expect(more).toEqual([])
    const words = mail.replace(/=\r?\n/g, '').replace(/\r?\n/g, ' ')
    expect(words).toContain('Law register changed')
    expect(words).toContain(`${env.siteUrl}/law/versions/${version}`)
    expect(words).toContain(`You watch ${ACT}.`)

    const token = unsubscribeToken(viewer.id, { kind: 'law', ref: 'PA2023' })
    expect(await stoppedBy(token)).toEqual({ name: ACT })
    value(await unsubscribe(token))
    expect(await listWatches(viewer)).toEqual([])
  })

  test('and in the digest, beside what happened to pages', async () => {
    const viewer = await watcherOf('PA2023')
    value(await addWatch(viewer, { kind: 'category', ref: 'D10' }))
    await aPublishedCaseStudy({ title: 'Bread in small lots' })
    await publish(withLaws(starter, { PA2023: { note: 'Said once more.' } }), 'Once more')
    await db.notification.updateMany({ data: { createdAt: new Date('2026-11-23T05:00:00Z') } })
    await sendDigests(new Date('2026-11-23T07:00:00Z'))
    await drainOutbox()
    const words = mails()
      .join('')
      .replace(/=\r?\n/g, '')
      .replace(/\r?\n/g, ' ')
    expect(words).toContain('They are about 2 things, the newest first.')
    expect(words).toContain(ACT)
    expect(words).toContain('Bread in small lots')
  })

  test('is listed by name, and taken off', async () => {
    const viewer = await watcherOf('PRSA2014')
    expect(await listWatches(viewer)).toEqual([
      expect.objectContaining({
        kind: 'law',
        ref: 'PRSA2014',
        name: 'Procurement Reform (Scotland) Act 2014',
        path: '/law/prsa2014',
      }),
    ])
    await removeWatch(viewer, { kind: 'law', ref: 'PRSA2014' })
    expect(await listWatches(viewer)).toEqual([])
  })

  test('of a law that the register does not hold, or a code that is none, is refused', async () => {
    const viewer = await aPerson()
    expect(await addWatch(viewer, { kind: 'law', ref: 'PA2099' })).toEqual(refused('not-found'))
    expect(watchChoice.safeParse({ kind: 'law', ref: 'PA2023' }).success).toBe(true)
    expect(watchChoice.safeParse({ kind: 'law', ref: '../PA2023' }).success).toBe(false)
  })
})
