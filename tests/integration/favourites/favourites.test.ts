import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { reportContact, writeToContact } from '@/lib/contact/message'
import { closeReport, listOpenReports } from '@/lib/contact/reports'
import {
  addFavourite,
  favouriteIds,
  listFavourites,
  noteFavourite,
  removeFavourite,
} from '@/lib/favourites/favourites'
import { env } from '@/lib/platform/env'
import { refused } from '@/lib/platform/outcome'
import { drainOutbox } from '@/lib/worker/tasks'
import {
  aPerson,
  aPublishedCaseStudy,
  aPublishedStory,
  theContentsTree,
  value,
} from '@/tests/support/builders'

beforeAll(theContentsTree)

describe('favourites', () => {
  test('are kept once, the newest first, and taken out again', async () => {
    const [first, second] = [
      await aPublishedCaseStudy({ title: 'First' }),
      await aPublishedCaseStudy({ title: 'Second' }),
    ]
    const viewer = await aPerson()
    for (const { caseStudy } of [first, first, second]) value(await addFavourite(viewer, caseStudy.id))
    expect((await listFavourites(viewer)).map(({ row }) => row.title)).toEqual(['Second', 'First'])
    await noteFavourite(viewer, { pageId: first.caseStudy.id, note: 'For the cabinet paper' })
    await removeFavourite(viewer, second.caseStudy.id)
    await removeFavourite(viewer, second.caseStudy.id)
    expect(await listFavourites(viewer)).toMatchObject([
      { note: 'For the cabinet paper', row: { title: 'First' } },
    ])
  })

  test('are private: nobody else has them, or can note or remove them', async () => {
    const { caseStudy } = await aPublishedCaseStudy()
    const [owner, other] = [await aPerson(), await aPerson('admin')]
    value(await addFavourite(owner, caseStudy.id))
    await noteFavourite(other, { pageId: caseStudy.id, note: 'Mine now' })
    await removeFavourite(other, caseStudy.id)
    expect(await favouriteIds(other)).toEqual([])
    expect(await listFavourites(other)).toEqual([])
    expect(await listFavourites(owner)).toMatchObject([{ note: '' }])
  })

  test('what is not a case study cannot be kept', async () => {
    const viewer = await aPerson()
    const { story } = await aPublishedStory([])
    expect(await addFavourite(viewer, 999_999)).toEqual(refused('not-found'))
    expect(await addFavourite(viewer, story.id)).toEqual(refused('not-found'))
  })
})

describe('writing to a contact', () => {
  const contact = {
    name: 'Food team',
    organisation: '',
    email: 'hidden@example.gov.uk',
    phone: '',
    byForm: true,
  }

  test('sends one mail, which does not show the address to the sender', async () => {
    const { caseStudy } = await aPublishedCaseStudy({ contact, title: 'Caf\u00e9' })
    const viewer = await aPerson('contributor', { name: 'Ann' })
    expect(
      value(await writeToContact(viewer, { pageId: caseStudy.id, body: 'How long did it take?' })),
    ).toBeNull()
    await drainOutbox()
    await drainOutbox()
    const folder = join(env.dataDir, 'outbox')
    const mails = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatch(/^To: .*hidden@example\.gov\.uk/m)
    expect(mails[0]).toMatch(/^Reply-To: person\d+@example\.gov\.uk/m)
  })

  test('without an address, or without a page, is refused', async () => {
    const viewer = await aPerson()
    const { caseStudy } = await aPublishedCaseStudy()
    expect(await writeToContact(viewer, { pageId: caseStudy.id, body: 'x' })).toEqual(refused('no-address'))
    expect(await writeToContact(viewer, { pageId: 999_999, body: 'x' })).toEqual(refused('not-found'))
    expect(await reportContact(viewer, { pageId: 999_999, body: 'x' })).toEqual(refused('not-found'))
  })

  test('a report is for moderators, who close it', async () => {
    const { caseStudy } = await aPublishedCaseStudy()
    const [viewer, moderator] = [await aPerson(), await aPerson('moderator')]
    value(await reportContact(viewer, { pageId: caseStudy.id, body: 'She has moved on' }))
    expect(await listOpenReports(viewer)).toEqual([])
    expect(await listOpenReports(null)).toEqual([])
    const [report] = await listOpenReports(moderator)
    expect(report).toMatchObject({ body: 'She has moved on', reporter: viewer.name })
    await closeReport(viewer, report?.id ?? 0)
    expect(await listOpenReports(moderator)).toHaveLength(1)
    await closeReport(moderator, report?.id ?? 0)
    expect(await listOpenReports(moderator)).toEqual([])
  })
})
