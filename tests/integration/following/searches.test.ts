import { beforeAll, expect, test } from 'vitest'
import { listNotifications } from '@/lib/following/notifications'
import { watchChoice } from '@/lib/following/schema'
import { stoppedBy, unsubscribe, unsubscribeToken } from '@/lib/following/unsubscribe'
import { addWatch, listWatches, removeWatch } from '@/lib/following/watches'
import { searchesFinding } from '@/lib/search/match'
import type { SignedIn } from '@/lib/users/access'
import { drainOutbox } from '@/lib/worker/tasks'
import { anOrganisation, aPerson, aPublishedCaseStudy, theContentsTree, value } from '../../support/builders'

beforeAll(theContentsTree)

const refOf = (ref: string) => watchChoice.parse({ kind: 'search', ref }).ref
const watch = async (viewer: SignedIn, ref: string) =>
  value(await addWatch(viewer, { kind: 'search', ref: refOf(ref) }))
const toldTo = async (viewer: SignedIn) =>
  (await listNotifications(viewer, 1)).rows.map(({ title, why }) => `${title}. ${why}`)

test('a saved search with filters tells of what it finds and of nothing else', async () => {
  const { id } = await anOrganisation('Numbat Council', { type: 'welsh-council', region: 'Wales' })
  const [words, narrowed, elsewhere] = [await aPerson(), await aPerson(), await aPerson()]
  await watch(words, 'Numbat  MEALS')
  await watch(narrowed, `?region=Wales&q=numbat+meals&category=D10&organisation=${id}`)
  await watch(elsewhere, '?q=numbat+meals&region=Scotland')
  const facts = { summary: 'Numbat meals.', organisation: 'Numbat Council', regions: ['Wales' as const] }
  await aPublishedCaseStudy({ ...facts, title: 'Lots' })
  await drainOutbox()
  expect(await toldTo(words)).toEqual(['Lots. You watch the search “numbat meals”.'])
  expect(await toldTo(narrowed)).toEqual([
    'Lots. You watch the search “numbat meals” · Food and catering · Wales · Numbat Council.',
  ])
  expect(await toldTo(elsewhere)).toEqual([])
})

test('what was saved is listed under its name, leads to its results and can be stopped', async () => {
  const viewer = await aPerson()
  await watch(viewer, '?q=School+meals&has=document&region=Wales&page=3')
  await watch(viewer, '?region=Wales&q=school+meals&has=document')
  const ref = '?q=school+meals&region=Wales&has=document'
  expect(await listWatches(viewer)).toMatchObject([
    { ref, name: '“school meals” · Wales · Must have: a document to reuse', path: `/search${ref}` },
  ])
  const token = unsubscribeToken(viewer.id, { kind: 'search', ref })
  expect(await stoppedBy(token)).toMatchObject({ name: expect.stringContaining('Wales') })
  value(await unsubscribe(token))
  expect(await listWatches(viewer)).toEqual([])
  await watch(viewer, ref)
  await removeWatch(viewer, { kind: 'search', ref })
  expect(await listWatches(viewer)).toEqual([])
})

test('a search that asks for nothing, or for too much, is not saved', () => {
  for (const ref of ['', '   ', '?sort=title&page=2', 'x'.repeat(501)])
    expect(watchChoice.safeParse({ kind: 'search', ref }).success, ref.slice(0, 20)).toBe(false)
  expect(refOf('?q=&region=Wales')).toBe('?region=Wales')
})

test('a page that is gone, or a search that cannot be asked, finds nothing', async () => {
  expect(await searchesFinding({ id: 999_999 }, ['anything'])).toEqual([])
  expect(await searchesFinding({ id: 999_999 }, [])).toEqual([])
  const { caseStudy } = await aPublishedCaseStudy({ title: 'Bilby burrows' })
  await drainOutbox()
  const saved = ['bilby', 'x'.repeat(1001), 'bilby -burrows', '"bilby burrows"']
  expect(await searchesFinding(caseStudy, saved)).toEqual(['bilby', '"bilby burrows"'])
})
