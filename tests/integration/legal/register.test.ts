import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { beginLawRegister } from '@/lib/legal/begin-register'
import { previewRegister } from '@/lib/legal/preview-register'
import { publishRegister } from '@/lib/legal/publish-register'
import {
  findRegister,
  findRegisterVersion,
  listRegisterVersions,
  listRelabellings,
  listRelabellingsOf,
} from '@/lib/legal/queries'
import type { Register } from '@/lib/legal/register'
import { relabelToday } from '@/lib/legal/relabel-today'
import { withdrawPage } from '@/lib/pages/withdraw'
import { db } from '@/lib/platform/db'
import { refused } from '@/lib/platform/outcome'
import {
  aContent,
  anEditOf,
  anOrganisation,
  aPerson,
  aPublishedCaseStudy,
  theContentsTree,
  value,
} from '@/tests/support/builders'
import { beginningOn, starterLaws, theLawRegister, withLaws } from '@/tests/support/law'

let admin: Awaited<ReturnType<typeof aPerson>>
let starter: Register

beforeAll(async () => {
  await theContentsTree()
  starter = await starterLaws()
  await theLawRegister()
  admin = await aPerson('admin')
})

const version = async () => (await findRegister())?.version ?? 0
const publish = async (content: unknown, note = 'A change', base?: number) =>
  publishRegister(admin, { content, note, base: base ?? (await version()) })

function bought(facts: Partial<ReturnType<typeof aContent>['legalStatus']>) {
  return { legalStatus: { ...aContent().legalStatus, ...facts } }
}

const labelOf = async ({ id }: { id: number }) => {
  const { label, law, why } = await db.legalStatus.findUniqueOrThrow({ where: { pageId: id } })
  return { label, law, why }
}
/** Everything that a page consists of: none of it is written when the register changes. */
const written = async () => ({
  revisions: await db.revision.count(),
  pages: await db.page.findMany({ orderBy: { id: 'asc' } }),
  changed: await db.caseStudy.findMany({
    orderBy: { pageId: 'asc' },
    select: { pageId: true, changedAt: true },
  }),
})

describe('a save', () => {
  test('is labelled by the register that decides at that moment', async () => {
    const { caseStudy, author } = await aPublishedCaseStudy(bought({ commencedOn: '2023' }))
    expect(await labelOf(caseStudy)).toMatchObject({ label: 'earlier', law: 'PCR2015' })
    value(await editCaseStudy(author, anEditOf(caseStudy, bought({ commencedOn: '2025-03-01' }))))
    expect(await labelOf(caseStudy)).toMatchObject({ label: 'current', law: 'PA2023' })
    expect(await listRelabellingsOf(caseStudy.id)).toEqual([])
  })

  test('lets the lead body decide where it was bought jointly', async () => {
    await anOrganisation('Fife Council', { region: 'Scotland', type: 'scottish-council' })
    const joint = bought({ nation: 'UK-wide', commencedOn: '2023' })
    const { caseStudy } = await aPublishedCaseStudy({ ...joint, organisation: 'Fife Council' })
    expect(await labelOf(caseStudy)).toMatchObject({ label: 'current', law: 'PCSR2015' })
    const { caseStudy: other } = await aPublishedCaseStudy(joint)
    expect(await labelOf(other)).toMatchObject({ label: 'recheck', law: '' })
  })
})

describe('a new version of the register', () => {
  test('moves labels everywhere, says why, and writes no revision', async () => {
    value(await publish(beginningOn(starter, '2024-10-28'), 'As first set'))
    const inBetween = (await aPublishedCaseStudy(bought({ commencedOn: '2024-12-01' }))).caseStudy
    const older = (await aPublishedCaseStudy(bought({ commencedOn: '2023' }))).caseStudy
    const scottish = (await aPublishedCaseStudy(bought({ nation: 'Scotland', commencedOn: '2024-12-01' })))
      .caseStudy
    expect(await labelOf(inBetween)).toMatchObject({ label: 'current', law: 'PA2023' })
    const scottishBefore = await labelOf(scottish)
    const before = await written()

    const moved = value(await publish(starter, 'The start was put off to 24 February 2025'))
    expect(await written()).toEqual(before)
    expect(await labelOf(inBetween)).toEqual({
      label: 'earlier',
      law: 'PCR2015',
      why: 'It began on 1 December 2024 in England under the Public Contracts Regulations 2015 or an earlier law, replaced for new procurements on 24 February 2025. They still govern that contract or framework to its end, including changes to it.',
    })
    // The label stays, the reason names the new day: no move, but readers get the new words.
    expect((await labelOf(older)).why).toContain('24 February 2025')
    expect(await listRelabellingsOf(older.id)).toEqual([])
    expect(await labelOf(scottish)).toEqual(scottishBefore)

    expect(moved.moved).toBe(1)
    const { rows, total } = await listRelabellings(moved.version, 1)
    expect(total).toBe(1)
    expect(rows).toEqual([
      {
        pageId: inBetween.id,
        slug: inBetween.slug,
        title: 'Warm homes in small lots',
        labelBefore: 'current',
        labelAfter: 'earlier',
        lawBefore: 'PA2023',
        lawAfter: 'PCR2015',
        why: expect.stringContaining('It began on 1 December 2024'),
      },
    ])
    const [first] = await listRelabellingsOf(inBetween.id)
    expect(first).toMatchObject({ version: moved.version, note: 'The start was put off to 24 February 2025' })
  })

  test('is kept whole, beside those before it, with who and why', async () => {
    const changed = withLaws(starter, { SVA2012: { note: 'A duty to consider social value.' } })
    const { version } = value(await publish(changed, 'Shorter words'))
    const [newest, ...older] = await listRegisterVersions()
    expect(newest).toMatchObject({ version, note: 'Shorter words', by: admin.name, moved: 0 })
    expect(older.at(-1)).toMatchObject({ version: 1, by: null })
    expect((await findRegisterVersion(version))?.register).toEqual(changed)
    expect((await findRegisterVersion(1))?.register).toEqual(starter)
    expect(await findRegisterVersion(version + 1)).toBeNull()
    await expect(db.lawRegister.update({ where: { version: 1 }, data: { note: 'No' } })).rejects.toThrow()
    await expect(db.lawRegister.deleteMany()).rejects.toThrow()
  })

  test('leaves out the names of what readers cannot see', async () => {
    value(await publish(beginningOn(starter, '2024-10-28')))
    const { caseStudy } = await aPublishedCaseStudy(bought({ commencedOn: '2024-11' }))
    const moved = value(await publish(starter))
    expect((await listRelabellings(moved.version, 1)).rows.map(({ pageId }) => pageId)).toContain(
      caseStudy.id,
    )
    value(await withdrawPage(await aPerson('moderator'), { id: caseStudy.id, reason: 'Untrue' }))
    expect((await listRelabellings(moved.version, 1)).rows.map(({ pageId }) => pageId)).not.toContain(
      caseStudy.id,
    )
  })
})

describe('what is refused, with nothing written', () => {
  const change = () => withLaws(starter, { PA2023: { note: randomUUID() } })

  test('everybody but an administrator', async () => {
    for (const role of ['pending', 'contributor', 'representative', 'moderator'] as const) {
      const viewer = await aPerson(role)
      const base = await version()
      expect(await publishRegister(viewer, { content: change(), note: 'Mine', base })).toEqual(
        refused('not-allowed'),
      )
      expect(await previewRegister(viewer, change())).toEqual(refused('not-allowed'))
      expect(await version()).toBe(base)
    }
  })

  test('no note, an old base, no change, and a register that does not fit together', async () => {
    const base = await version()
    expect(await publish(change(), '  ')).toEqual(refused('no-note'))
    expect(await publish(change(), 'Late', base - 1)).toEqual(refused('stale'))
    expect(await publish((await findRegister())?.register, 'Same')).toEqual(refused('unchanged'))
    const bad = withLaws(starter, { PCR2015: { successors: ['PA2099'] }, PA2023: { from: 'soon' } })
    const at = (code: string) => starter.laws.findIndex((law) => law.code === code)
    const outcome = await publish(bad, 'Bad')
    expect(outcome).toEqual({
      ok: false,
      reason: 'invalid',
      problems: expect.arrayContaining([
        {
          path: `laws.${at('PA2023')}.from`,
          message: expect.stringContaining('must be a year, a month or a day'),
        },
      ]),
    })
    expect(await previewRegister(admin, bad)).toEqual(outcome)
    expect(await version()).toBe(base)
  })

  test('of two who publish at once, one is told that the other was first', async () => {
    const base = await version()
    const both = await Promise.all([publish(change(), 'One', base), publish(change(), 'Two', base)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.filter(({ ok }) => !ok)).toEqual([refused('stale')])
  })
})

describe('a preview', () => {
  test('says how many labels would move, and writes nothing', async () => {
    value(await publish(withLaws(starter, { PA2023: { note: randomUUID() } })))
    const { caseStudy } = await aPublishedCaseStudy(bought({ commencedOn: '2025-03-01' }))
    const before = [await version(), await db.relabelling.count(), await labelOf(caseStudy)]
    const preview = value(await previewRegister(admin, beginningOn(starter, '2025-04-01')))
    expect(preview.moved).toBeGreaterThan(0)
    expect(preview.steps).toContainEqual({ before: 'current', after: 'earlier', count: expect.any(Number) })
    expect(preview.examples.map(({ pageId }) => pageId)).toContain(caseStudy.id)
    expect(preview.changed.sort()).toEqual(['CCR2016', 'DSPCR2011', 'PA2023', 'PCR2015', 'UCR2016'])
    expect([await version(), await db.relabelling.count(), await labelOf(caseStudy)]).toEqual(before)
  })
})

describe('the day on which a law ends', () => {
  afterEach(async () => {
    vi.useRealTimers()
    await relabelToday()
  })

  test('moves labels by itself, once, and leaves a record', async () => {
    const next = {
      ...(starter.laws[0] as Register['laws'][number]),
      code: 'PA2099',
      name: 'Next Act',
      from: '2099-04-01',
    }
    const { laws } = withLaws(starter, { PA2023: { to: '2099-04-01', successors: ['PA2099'] } })
    const { version } = value(await publish({ laws: [...laws, next] }, 'A law to come'))
    const { caseStudy } = await aPublishedCaseStudy(bought({ commencedOn: '2025-03-01' }))
    await relabelToday()
    expect(await labelOf(caseStudy)).toMatchObject({ label: 'current', law: 'PA2023' })

    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2099-04-01T00:05:00Z') })
    await relabelToday()
    await relabelToday()
    expect(await labelOf(caseStudy)).toMatchObject({ label: 'earlier', law: 'PA2023' })
    expect(await listRelabellingsOf(caseStudy.id)).toEqual([
      expect.objectContaining({ version, labelBefore: 'current', labelAfter: 'earlier' }),
    ])
  })
})

describe('at start', () => {
  test('what no register has looked at is labelled, from the page and the directory, and counts as no move', async () => {
    await anOrganisation('Moray Council', { region: 'Scotland', type: 'scottish-council' })
    const joint = { ...bought({ nation: 'UK-wide', awardedOn: '2019' }), organisation: 'Moray Council' }
    const { caseStudy } = await aPublishedCaseStudy(joint)
    const known = await db.legalStatus.findUniqueOrThrow({ where: { pageId: caseStudy.id } })
    const empty = {
      label: 'not-known',
      law: '',
      why: '',
      registerVersion: 0,
      leadRegion: '',
      bodyType: '',
      awardedOn: '',
    }
    await db.legalStatus.update({ where: { pageId: caseStudy.id }, data: empty })
    const moves = await db.relabelling.count()
    await theLawRegister()
    expect(await db.legalStatus.findUniqueOrThrow({ where: { pageId: caseStudy.id } })).toEqual({
      ...known,
      registerVersion: expect.any(Number),
    })
    expect(await db.relabelling.count()).toBe(moves)
  })

  test('a register that is there is left alone', async () => {
    const before = await listRegisterVersions()
    await beginLawRegister({ laws: [] })
    expect(await listRegisterVersions()).toEqual(before)
  })
})
