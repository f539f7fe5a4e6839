import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerFeed, feedName } from '@/app/_shared/feed-answer'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { mergePages } from '@/lib/pages/merge'
import { withdrawPage } from '@/lib/pages/withdraw'
import { db } from '@/lib/platform/db'
import { everyChange, feedPath, type RecentFilter, recentChangesPath } from '@/lib/revisions/paths'
import { listRecentChanges } from '@/lib/revisions/recent'
import type { SignedIn } from '@/lib/users/access'
import {
  anEditOf,
  anOrganisation,
  aPerson,
  aPublishedCaseStudy,
  aPublishedStory,
  theContentsTree,
  value,
} from '../../support/builders'

let moderator: SignedIn
/** Only what happens in the present test counts. */
let since = ''

beforeAll(async () => {
  await theContentsTree()
  moderator = await aPerson('moderator')
})
beforeEach(async () => {
  const [row] = await db.$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`
  since = (row as { at: Date }).at.toISOString()
})

async function changesUnder(filter: Partial<RecentFilter> = {}) {
  const { changes } = await listRecentChanges({ ...everyChange, ...filter })
  return changes
    .filter(({ createdAt }) => createdAt >= since)
    .map((change) => `${change.page.title}: ${change.event ?? change.number}`)
}

const withdraw = async (id: number) => value(await withdrawPage(moderator, { id, reason: 'A doubt' }))

describe('recent changes', () => {
  test('the newest stand first, with their fields and marks', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy({ title: 'Meals' })
    value(await editCaseStudy(author, { ...anEditOf(caseStudy, { title: 'Meals again' }), minor: true }))
    expect(await changesUnder()).toEqual(['Meals again: 2', 'Meals again: 1'])
    const { changes } = await listRecentChanges(everyChange)
    expect(changes[0]).toMatchObject({
      kind: 'case_study',
      number: 2,
      note: 'A change',
      minor: true,
      changed: ['title'],
      author: { name: author.name, handle: null },
    })
  })

  test('filters leave out minor edits, the other kind of page, and all but new pages', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy({ title: 'Meals' })
    value(await editCaseStudy(author, { ...anEditOf(caseStudy, { title: 'Fine meals' }), minor: true }))
    await aPublishedStory([caseStudy.id])
    const story = 'How the council warmed its homes: 1'
    expect(await changesUnder({ withoutMinor: true })).toEqual([story, 'Fine meals: 1'])
    expect(await changesUnder({ kind: 'case_study' })).toEqual(['Fine meals: 2', 'Fine meals: 1'])
    expect(await changesUnder({ kind: 'story' })).toEqual([story])
    expect(await changesUnder({ newOnly: true })).toEqual([story, 'Fine meals: 1'])
  })

  test('under a heading stand the pages that have its label or one below it', async () => {
    await aPublishedCaseStudy({ title: 'Food', categories: ['D10'] })
    const { caseStudy } = await aPublishedCaseStudy({ title: 'Impact', categories: ['E3.2'] })
    expect(await changesUnder({ category: 'D10' })).toEqual(['Food: 1'])
    expect(await changesUnder({ category: 'D' })).toEqual(['Food: 1'])
    expect(await changesUnder({ category: 'E3' })).toEqual(['Impact: 1'])
    expect(await changesUnder({ category: 'E3.2' })).toEqual(['Impact: 1'])
    expect(await changesUnder({ category: 'D1' })).toEqual([])
    await withdraw(caseStudy.id)
    expect(await changesUnder({ category: 'E3' })).toEqual(['Impact: withdrawn'])
  })

  test('of an organisation stand its pages, and what was withdrawn of it', async () => {
    const { id } = await anOrganisation('Council of Tests')
    const { caseStudy } = await aPublishedCaseStudy({ title: 'Ours', organisation: 'Council of Tests' })
    await aPublishedCaseStudy({ title: 'Theirs', organisation: 'Another council' })
    expect(await changesUnder({ organisation: id })).toEqual(['Ours: 1'])
    await withdraw(caseStudy.id)
    expect(await changesUnder({ organisation: id })).toEqual(['Ours: withdrawn'])
  })

  test('of a page that is withdrawn or merged nothing is told but that', async () => {
    const [{ caseStudy: one }, { caseStudy: other }, { caseStudy: kept }] = [
      await aPublishedCaseStudy({ title: 'One' }),
      await aPublishedCaseStudy({ title: 'Other' }),
      await aPublishedCaseStudy({ title: 'Kept' }),
    ]
    await withdraw(one.id)
    value(await mergePages(moderator, { id: other.id, into: kept.id, reason: 'The same' }))
    expect(await changesUnder()).toEqual(['Other: merged', 'One: withdrawn', 'Kept: 1'])
    const { changes } = await listRecentChanges(everyChange)
    expect(changes[0]).toMatchObject({
      event: 'merged',
      live: false,
      reason: 'The same',
      other: { title: 'Kept' },
    })
    expect(changes[1]).toMatchObject({ event: 'withdrawn', live: false, other: null })
  })

  test('older changes come in parts of fifty, each once', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy({ title: 'Long' })
    let head = caseStudy
    for (let number = 2; number <= 60; number += 1)
      head = value(await editCaseStudy(author, anEditOf(head, { title: `Long ${number}` })))
    const part = async (page: number) => {
      const { changes, older } = await listRecentChanges({ ...everyChange, page })
      return { numbers: changes.flatMap((change) => (change.event ? [] : change.number)), older }
    }
    const [first, second] = [await part(1), await part(2)]
    expect([first.older, first.numbers.length, first.numbers[0], first.numbers[49]]).toEqual([
      true,
      50,
      60,
      11,
    ])
    expect(second.numbers.slice(0, 10)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  })
})

describe('a feed', () => {
  const ask = (headers: Record<string, string> = {}) =>
    answerFeed(new Request('http://localhost/feeds/recent.atom', { headers }), 'Recent changes')

  test('holds what the list holds, and says how it may be kept', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy({ title: 'Meals & more' })
    const second = value(
      await editCaseStudy(author, { ...anEditOf(caseStudy, { title: 'Meals & <more>' }), minor: true }),
    )
    const answer = await ask()
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    const body = await answer.text()
    expect(body).toContain('<![CDATA[Meals &amp; &lt;more&gt; (version 2)]]>')
    expect(body).toContain('<![CDATA[A change — Minor edit. — Changed: Title.]]>')
    expect(body).toContain(`/case-studies/${second.id}-${second.slug}/compare?from=1&amp;to=2"`)
    expect(body).toContain(`2026:page-${second.id}-version-2</id>`)
    expect(body).toContain('<![CDATA[New: Meals &amp; &lt;more&gt;]]>')
  })

  test('is not sent again to who has it, and is once something has changed', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    const first = await ask()
    const known = { 'if-none-match': `"other", W/${first.headers.get('etag')}` }
    expect((await ask(known)).status).toBe(304)
    expect((await ask({ 'if-modified-since': first.headers.get('last-modified') as string })).status).toBe(
      304,
    )
    expect((await ask({ 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' })).status).toBe(200)
    value(await editCaseStudy(author, anEditOf(caseStudy, { title: 'New' })))
    const again = await ask(known)
    expect(again.status).toBe(200)
    expect(again.headers.get('etag')).not.toBe(first.headers.get('etag'))
  })

  test('tells that a page was withdrawn, and nothing of what it said', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy({ title: 'Doubtful' })
    const edit = anEditOf(caseStudy, { title: 'Doubtful', impact: 'X' })
    value(await editCaseStudy(author, { ...edit, note: 'A claim' }))
    expect(await (await ask()).text()).toContain('A claim')
    await withdraw(caseStudy.id)
    const body = await (await ask()).text()
    expect(body).toContain('<![CDATA[Withdrawn: Doubtful]]>')
    expect(body).not.toContain('A claim')
  })
})

test('addresses of lists and feeds', () => {
  expect(recentChangesPath()).toBe('/recent-changes')
  expect(
    recentChangesPath({ category: 'D10', kind: 'story', withoutMinor: true, newOnly: true, page: 2 }),
  ).toBe('/recent-changes?category=D10&kind=stories&minor=hide&new=only&page=2')
  expect(feedPath()).toBe('/feeds/recent.atom')
  expect(feedPath({ category: 'D10' })).toBe('/feeds/category/D10.atom')
  expect(feedPath({ organisation: 12 })).toBe('/feeds/organisation/12.atom')
  expect(['D10.atom', 'E1.1.atom', '12.atom', 'D10', 'D10.rss', '../x.atom'].map(feedName)).toEqual([
    'D10',
    'E1.1',
    '12',
    null,
    null,
    null,
  ])
})
