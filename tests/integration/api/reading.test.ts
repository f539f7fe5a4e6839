import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { reindexPage } from '@/lib/search/reindex'
import { drainOutbox } from '@/lib/worker/tasks'
import { aProgram, ask } from '../../support/api'
import { aContent, anOrganisation, aPublishedCaseStudy, theContentsTree } from '../../support/builders'

beforeAll(theContentsTree)

const idsOf = (items: { id: number }[]) => items.map(({ id }) => id)

describe('the list of case studies', () => {
  test('comes in pages, the newest change first, with the true total', async () => {
    for (const title of ['First', 'Second', 'Third']) await aPublishedCaseStudy({ title })
    const { body } = await ask('GET', '/case-studies?perPage=2')
    expect(body).toMatchObject({ page: 1, perPage: 2, total: await db.caseStudy.count() })
    expect(body.items.map(({ title }: { title: string }) => title)).toEqual(['Third', 'Second'])

    const beyond = await ask('GET', '/case-studies?page=1000&perPage=100')
    expect(beyond.body).toMatchObject({ items: [], page: 1000, perPage: 100, total: body.total })
  })

  test('is narrowed by label with what stands below it, by organisation, and by time', async () => {
    const organisation = await anOrganisation('Narrowing Council')
    const { caseStudy } = await aPublishedCaseStudy({
      categories: ['E1.1'],
      organisation: 'Narrowing Council',
    })
    await aPublishedCaseStudy({ categories: ['A1'] })
    const under = (query: string) => ask('GET', `/case-studies?perPage=100&${query}`)
    for (const code of ['E1.1', 'E1', 'E'])
      expect(idsOf((await under(`category=${code}`)).body.items)).toContain(caseStudy.id)
    expect(idsOf((await under('category=A1')).body.items)).not.toContain(caseStudy.id)
    expect(idsOf((await under(`organisation=${organisation.id}`)).body.items)).toEqual([caseStudy.id])

    const { body } = await ask('GET', `/case-studies/${caseStudy.id}`)
    expect(idsOf((await under(`updatedSince=${body.updatedAt}`)).body.items)).toContain(caseStudy.id)
    const later = new Date(Date.parse(body.updatedAt) + 3_600_000).toISOString()
    expect((await under(`updatedSince=${later}`)).body.items).toEqual([])
    expect((await under('updatedSince=2026-01-01T00:00:00+01:00')).status).toBe(200)
    expect((await under('updatedSince=2026-01-01')).status).toBe(200)
  })

  test('does not guess what a parameter means', async () => {
    const wrong = {
      page: ['0', 'x', '100001', '1.5', ''],
      perPage: ['0', '101'],
      category: ['Z9', 'd1'],
      organisation: ['0', 'council', '99999999999'],
      updatedSince: ['yesterday', '2026-13-01', '0000-01-01', '1969-01-01T00:00:00Z'],
      pge: ['2'],
    }
    for (const [name, values] of Object.entries(wrong))
      for (const text of values) {
        const { status, body } = await ask('GET', `/case-studies?${name}=${text}`)
        expect([status, body.errors?.[0]?.path], `${name}=${text}`).toEqual([422, name])
      }
    expect((await ask('GET', '/case-studies?page=1&page=2')).status).toBe(422)
  })
})

describe('one case study', () => {
  test('is read without a token, and not sent again to somebody who has it', async () => {
    const { caseStudy, content } = await aPublishedCaseStudy({ gaps: ['The cost.'], partners: 'A firm' })
    const { body, headers } = await ask('GET', `/case-studies/${caseStudy.id}`)
    expect(body).toMatchObject({
      id: caseStudy.id,
      slug: caseStudy.slug,
      status: 'published',
      context: content.context,
      extra: { gaps: ['The cost.'], partners: 'A firm', home: 'here' },
      organisation: { id: null, name: '' },
      contact: null,
    })
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    const known = { 'If-None-Match': headers.get('etag') as string }
    expect((await ask('GET', `/case-studies/${caseStudy.id}`, { headers: known })).status).toBe(304)
    const other = { 'If-None-Match': '"9"' }
    expect((await ask('GET', `/case-studies/${caseStudy.id}`, { headers: other })).status).toBe(200)
  })

  test('unknown 404, withdrawn 410 with the reason, merged 301 with its history still readable', async () => {
    for (const id of ['999999', '0', 'abc', '1-warm-homes', '99999999999'])
      expect((await ask('GET', `/case-studies/${id}`)).status, id).toBe(404)

    const one = await aPublishedCaseStudy()
    const other = await aPublishedCaseStudy()
    const address = `/case-studies/${one.caseStudy.id}`
    const { id } = one.caseStudy
    const facts = { actorId: one.author.actorId, createdAt: new Date() }
    await db.page.update({ where: { id }, data: { state: 'withdrawn' } })
    await db.pageEvent.create({
      data: { pageId: id, kind: 'withdrawn', reason: 'Asked for by its author.', ...facts },
    })
    for (const part of ['', '/revisions', '/revisions/1'])
      expect(await ask('GET', address + part)).toMatchObject({
        status: 410,
        body: { detail: 'Asked for by its author.' },
      })

    await db.page.update({ where: { id }, data: { state: 'merged', mergedInto: other.caseStudy.id } })
    const moved = await ask('GET', address)
    expect(moved.status).toBe(301)
    expect(moved.headers.get('location')).toMatch(new RegExp(`/api/v1/case-studies/${other.caseStudy.id}$`))
    expect((await ask('GET', `${address}/revisions`)).body.total).toBe(1)
    expect((await ask('GET', `${address}/revisions/1`)).body.caseStudy.title).toBe(one.content.title)
  })
})

describe('the history', () => {
  test('lists who saved what, and gives every version whole', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    const address = `/case-studies/${caseStudy.id}/revisions`
    const { body } = await ask('GET', address)
    expect(body).toMatchObject({ page: 1, perPage: 20, total: 1 })
    const author_ = { name: author.name, handle: null }
    expect(body.items).toEqual([
      expect.objectContaining({
        number: 1,
        note: 'First version',
        author: author_,
        changed: [],
        mergedFrom: null,
      }),
    ])
    const version = await ask('GET', `${address}/1`)
    expect(version.body).toMatchObject({ number: 1, caseStudy: { title: aContent().title, revision: 1 } })
    for (const missing of ['2', '0', 'x'])
      expect((await ask('GET', `${address}/${missing}`)).status).toBe(404)
    expect((await ask('GET', '/case-studies/999999/revisions')).status).toBe(404)
  })
})

describe('the directories and the search', () => {
  test('labels come whole, organisations in pages', async () => {
    await anOrganisation('Zetland Example Council', { type: 'scottish-council', region: 'Scotland' })
    const labels = await ask('GET', '/categories')
    expect(labels.body.items).toHaveLength(await db.category.count())
    expect(labels.body.items[0]).toMatchObject({ code: 'A', parentCode: null })
    expect((await ask('GET', '/categories?perPage=5&page=2')).body).toMatchObject({ page: 2, perPage: 5 })

    const query = 'q=zetland&type=scottish-council&region=Scotland'
    const { body } = await ask('GET', `/organisations?${query}`)
    expect(body).toMatchObject({ total: 1, items: [{ name: 'Zetland Example Council', caseStudies: 0 }] })
    expect((await ask('GET', '/organisations?type=parish')).status).toBe(422)
  })

  test('the search finds by words, and its end is an empty page', async () => {
    const { caseStudy } = await aPublishedCaseStudy({ title: 'Quokka shelters bought together' })
    await reindexPage({ pageId: caseStudy.id })
    const { body } = await ask('GET', '/search?q=quokka')
    expect(body).toMatchObject({ page: 1, total: 1, items: [{ kind: 'case-study', id: caseStudy.id }] })
    expect((await ask('GET', '/search?q=quokka&page=2')).body).toMatchObject({ page: 2, items: [] })
    expect((await ask('GET', '/search?q=nothinglikeit')).body).toMatchObject({ total: 0, items: [] })
    for (const query of ['?q=%00', `?q=${'x'.repeat(1001)}`, '?q=a&q=b'])
      expect((await ask('GET', `/search${query}`)).body.errors?.[0]?.path, query).toBe('q')
  })

  test('the search takes the filters of the page, counts by them and says who answered', async () => {
    const regions = ['Wales', 'Scotland', 'Scotland']
    for (const [place, region] of regions.entries())
      await aPublishedCaseStudy({ title: `Numbat bridges ${place}`, regions: [region as 'Wales'] })
    await drainOutbox()
    const query = 'q=numbat&kind=case_study&region=Wales&region=Scotland&category=d10&sort=title&perPage=10'
    const { body } = await ask('GET', `/search?${query}`)
    expect(body).toMatchObject({
      total: 3,
      perPage: 10,
      more: false,
      relaxed: false,
      truncated: false,
      taken: [],
      engine: 'postgres',
      degraded: false,
      facets: { region: { Wales: 1, Scotland: 2 }, kind: { case_study: 3 } },
    })
    expect(body.items.map(({ title }: { title: string }) => title)).toEqual(
      regions.map((_, place) => `Numbat bridges ${place}`),
    )
    expect(body.facets.governed).toBeUndefined()
    expect((await ask('GET', '/search?q=numbats+bridgse')).body).toMatchObject({
      taken: [{ typed: 'bridgse', as: 'bridges' }],
    })
    expect((await ask('GET', '/search?region=Wales&region=Atlantis')).body.errors?.[0]?.path).toMatch(
      /^region/,
    )
    for (const wrong of [
      'kind=x',
      'perPage=30',
      'sort=up',
      'us=atlantis',
      'rules=other',
      'governed=x',
      'year=1',
    ])
      expect((await ask('GET', `/search?${wrong}`)).status, wrong).toBe(422)
  })

  test('the search without words lists everything, the newest first', async () => {
    const { caseStudy } = await aPublishedCaseStudy({ title: 'The newest of all' })
    await drainOutbox()
    const { body } = await ask('GET', '/search?kind=case_study')
    expect(body.items[0]).toMatchObject({ id: caseStudy.id, key: `case-${caseStudy.id}` })
    expect((await ask('GET', '/search?kind=category')).body.items[0]).toMatchObject({ kind: 'category' })
  })
})

test('a program reads who it is and what it may do, and nobody may keep the answer', async () => {
  const { token, person } = await aProgram('write')
  const { body, headers } = await ask('GET', '/me', { token })
  expect(body).toMatchObject({
    name: person.name,
    role: 'contributor',
    canWrite: true,
    token: { scope: 'write' },
  })
  expect(headers.get('cache-control')).toBe('private, no-store')
  expect((await ask('GET', '/me', { token: (await aProgram('read')).token })).body.canWrite).toBe(false)
  expect((await ask('GET', '/me', { token: (await aProgram('write', 'pending')).token })).body.canWrite).toBe(
    false,
  )
  expect((await ask('GET', '/me')).status).toBe(401)
})
