import { beforeAll, describe, expect, test } from 'vitest'
import { watchesMax } from '@/lib/following/limits'
import { findFrequency } from '@/lib/following/notifications'
import { watchChoice } from '@/lib/following/schema'
import { stoppedBy, unsubscribe, unsubscribeToken } from '@/lib/following/unsubscribe'
import { addWatch, listWatches, removeWatch, stopWatch, watchedRefs } from '@/lib/following/watches'
import { db } from '@/lib/platform/db'
import { refused } from '@/lib/platform/outcome'
import {
  anOrganisation,
  aPerson,
  aPublishedCaseStudy,
  theContentsTree,
  value,
} from '@/tests/support/builders'

beforeAll(theContentsTree)

describe('watching', () => {
  test('is kept once, listed by name and stopped', async () => {
    const { caseStudy } = await aPublishedCaseStudy()
    const organisation = await anOrganisation('Leeds City Council')
    const viewer = await aPerson()
    const page = { kind: 'page', ref: String(caseStudy.id) } as const
    const all = [
      page,
      page,
      { kind: 'category', ref: 'D10' },
      { kind: 'organisation', ref: String(organisation.id) },
      { kind: 'search', ref: 'school meals' },
    ] as const
    for (const what of all) value(await addWatch(viewer, what))
    expect((await listWatches(viewer)).map(({ kind, name }) => [kind, name])).toEqual([
      ['search', '“school meals”'],
      ['organisation', 'Leeds City Council'],
      ['category', expect.any(String)],
      ['page', 'Warm homes in small lots'],
    ])
    await removeWatch(viewer, page)
    expect(await watchedRefs(viewer)).not.toContain(`page:${caseStudy.id}`)
    expect(await watchedRefs(viewer)).toContain('search:school meals')
  })

  test('is a person’s own', async () => {
    const [owner, other] = [await aPerson(), await aPerson('admin')]
    value(await addWatch(owner, { kind: 'search', ref: 'bread' }))
    const [watch] = await listWatches(owner)
    await stopWatch(other, watch?.id ?? 0)
    await removeWatch(other, { kind: 'search', ref: 'bread' })
    expect(await listWatches(other)).toEqual([])
    expect(await listWatches(owner)).toHaveLength(1)
    await stopWatch(owner, watch?.id ?? 0)
    expect(await listWatches(owner)).toEqual([])
  })

  test('what does not exist, and more than the limit, is refused', async () => {
    const viewer = await aPerson()
    for (const [kind, ref] of [
      ['page', '999999'],
      ['category', 'F99'],
      ['organisation', '999999'],
    ] as const)
      expect(await addWatch(viewer, { kind, ref })).toEqual(refused('not-found'))
    const data = Array.from({ length: watchesMax }, (_, number) => {
      return { personId: viewer.id, kind: 'search', ref: `number ${number}` }
    })
    await db.watch.createMany({ data })
    expect(await addWatch(viewer, { kind: 'search', ref: 'one more' })).toEqual(refused('too-many'))
  })

  test('a choice is read strictly, and a search is folded so that it is kept once', () => {
    expect(watchChoice.parse({ kind: 'search', ref: '  School   MEALS ' }).ref).toBe('school meals')
    for (const [kind, ref] of [
      ['page', 'x'],
      ['page', '0'],
      ['category', 'Z1'],
      ['person', '1'],
      ['search', ''],
    ])
      expect(watchChoice.safeParse({ kind, ref }).success, `${kind} ${ref}`).toBe(false)
  })
})

describe('unsubscribing', () => {
  test('stops what the token names, for its owner alone, without signing in', async () => {
    const [owner, other] = [await aPerson(), await aPerson()]
    for (const viewer of [owner, other]) value(await addWatch(viewer, { kind: 'search', ref: 'bread' }))
    const token = unsubscribeToken(owner.id, { kind: 'search', ref: 'bread' })
    expect(await stoppedBy(token)).toEqual({ name: '“bread”' })
    value(await unsubscribe(token))
    value(await unsubscribe(token))
    expect(await listWatches(owner)).toEqual([])
    expect(await listWatches(other)).toHaveLength(1)

    value(await unsubscribe(unsubscribeToken(owner.id, 'all')))
    expect(await findFrequency(owner)).toBe('never')
    expect(await findFrequency(other)).toBe('daily')
  })

  test('a token that is not ours is refused, however it differs', async () => {
    const owner = await aPerson()
    const token = unsubscribeToken(owner.id, 'all')
    const [body = '', seal = ''] = token.split('.')
    const forged = Buffer.from(JSON.stringify([owner.id, 'page:1'])).toString('base64url')
    for (const wrong of [
      '',
      '.',
      'x',
      body,
      `${body}.`,
      `${body}.${seal.slice(1)}`,
      `${forged}.${seal}`,
      `${seal}.${body}`,
    ]) {
      expect(await unsubscribe(wrong), wrong).toEqual(refused('unknown'))
      expect(await stoppedBy(wrong)).toBeNull()
    }
    expect(await findFrequency(owner)).toBe('daily')
  })
})
