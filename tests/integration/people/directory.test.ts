import { beforeAll, describe, expect, test } from 'vitest'
import { findListedPerson, listPeople } from '@/lib/people/directory'
import { readPeopleFilter } from '@/lib/people/filter'
import { findOwnAccount, saveProfile } from '@/lib/people/profile'
import { profile } from '@/lib/people/schema'
import { db } from '@/lib/platform/db'
import { refused } from '@/lib/platform/outcome'
import {
  anOrganisation,
  aPerson,
  aPublishedCaseStudy,
  theContentsTree,
  value,
} from '@/tests/support/builders'

const facts = {
  canHelpWith: 'Splitting lots',
  jobTitle: 'Buyer',
  about: 'Twenty years of tenders',
  helpCategories: ['D10'],
}

beforeAll(async () => {
  await theContentsTree()
  const { id: organisationId } = await anOrganisation('Gateshead Council', { region: 'North East' })
  await aPerson('contributor', { name: 'Ann Listed', handle: 'ann', listed: true, organisationId, ...facts })
  await aPerson('contributor', { name: 'Bob Hidden', handle: 'bob', listed: false, organisationId, ...facts })
  await aPerson('contributor', {
    name: 'Cat Suspended',
    handle: 'cat',
    listed: true,
    suspendedAt: new Date(),
    organisationId,
    ...facts,
  })
  await aPerson('contributor', {
    name: 'Dai Welsh',
    handle: 'dai',
    listed: true,
    region: 'Wales',
    helpCategories: ['D11'],
  })
})

const found = async (params: Record<string, string | undefined>) =>
  (await listPeople(readPeopleFilter(params))).map(({ handle }) => handle)

describe('people who chose to be found are found', () => {
  test.each([
    [{}, ['ann', 'dai']],
    [{ region: 'North East' }, ['ann']],
    [{ region: 'Wales' }, ['dai']],
    [{ category: 'D10' }, ['ann']],
    [{ category: 'D' }, ['ann', 'dai']],
    [{ organisation: 'gateshead' }, ['ann']],
    [{ q: 'food North East' }, ['ann']],
    [{ q: 'school dinners' }, ['ann']],
    [{ q: 'lots' }, ['ann']],
    [{ q: 'buyer tenders' }, ['ann']],
    [{ q: 'ann listed' }, ['ann']],
    [{ q: 'refuse' }, ['dai']],
    [{ q: 'food Wales' }, []],
    [{ q: 'food', region: 'Wales' }, []],
    [{ q: 'xyzzy' }, []],
    [{ q: "' OR 1=1 --" }, []],
    [{ q: 'food\u0000' }, ['ann', 'dai']],
    [{ region: 'Atlantis', category: '%' }, ['ann', 'dai']],
  ])('%j finds %j', async (params, handles) => {
    expect(await found({ ...params })).toEqual(handles)
  })
})

describe('people who did not choose it are found by nothing', () => {
  test.each([
    { q: 'Bob' },
    { q: 'Hidden' },
    { q: 'Cat' },
    { q: 'lots' },
    { q: '%' },
    { q: '_' },
    { q: 'food' },
    { organisation: 'Gateshead' },
    { organisation: '%' },
    { region: 'North East' },
    { category: 'D10' },
    { category: 'D' },
    { q: 'buyer', region: 'North East' },
  ])('%j', async (params) => {
    const handles = await found({ ...params })
    expect(handles).not.toContain('bob')
    expect(handles).not.toContain('cat')
  })

  test('their page looks the same as no page', async () => {
    expect(await findListedPerson('ann')).toMatchObject({ name: 'Ann Listed', region: 'North East' })
    for (const handle of ['bob', 'cat', 'nobody', '']) expect(await findListedPerson(handle)).toBeNull()
  })

  test('a listing shows no e-mail address, role or internal id', async () => {
    const shown = JSON.stringify(await listPeople(readPeopleFilter({})))
    expect(shown).not.toMatch(/@|contributor|passwordHash|actorId/)
  })
})

describe('one’s own profile', () => {
  test('is private until its owner ticks the box, and again after', async () => {
    const viewer = await aPerson()
    const typed = { name: 'Eve Chooser', canHelpWith: 'Zebra crossings', region: 'London' }
    value(await saveProfile(viewer, profile.parse(typed)))
    expect(await found({ q: 'zebra' })).toEqual([])
    value(await saveProfile(viewer, profile.parse({ ...typed, listed: 'on' })))
    expect(await found({ q: 'zebra' })).toEqual([viewer.handle])
    value(await saveProfile(viewer, profile.parse(typed)))
    expect(await found({ q: 'zebra' })).toEqual([])
    expect(await findOwnAccount(viewer)).not.toHaveProperty('passwordHash')
  })

  test('refuses an organisation that is not in the directory, and changes nothing', async () => {
    const viewer = await aPerson()
    const outcome = await saveProfile(
      viewer,
      profile.parse({ name: 'Other', organisation: 'Atlantis Council' }),
    )
    expect(outcome).toEqual(refused('unknown-organisation'))
    expect((await findOwnAccount(viewer)).name).toBe(viewer.name)
  })

  test('cannot change a role or an address', async () => {
    const viewer = await aPerson('pending')
    const typed = {
      name: 'Eve',
      role: 'admin',
      email: 'x@example.gov.uk',
      demonstration: 'on',
      actorId: viewer.id,
      suspendedAt: '',
    }
    value(await saveProfile(viewer, profile.parse(typed)))
    expect(await db.person.findUnique({ where: { id: viewer.id } })).toMatchObject({
      role: 'pending',
      actorId: viewer.actorId,
      demonstration: false,
    })
  })
})

test('somebody who has left stays a former contributor of the pages they wrote', async () => {
  const { listAuthors } = await import('@/lib/revisions/queries')
  const { author, caseStudy } = await aPublishedCaseStudy()
  await db.person.delete({ where: { id: author.id } })
  expect(await listAuthors(caseStudy.id)).toEqual([
    { name: 'A former contributor', handle: null, demonstration: false },
  ])
})
