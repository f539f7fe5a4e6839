import { beforeAll, describe, expect, test } from 'vitest'
import { EXAMPLE } from '@/lib/api/example'
import { db } from '@/lib/platform/db'
import { type Answered, aProgram, ask } from '../../support/api'
import { aContent, anOrganisation, aPublishedCaseStudy, theContentsTree } from '../../support/builders'

beforeAll(theContentsTree)

/** What a program that has read a case study sends back. */
function changed({ body, headers }: Answered, changes: Record<string, unknown>) {
  return { body: { ...body, ...changes }, headers: { 'If-Match': headers.get('etag') as string } }
}

async function aCaseStudyRead() {
  const { token, person } = await aProgram()
  const { caseStudy } = await aPublishedCaseStudy({ context: 'First.\n\nSecond.\n\nThird.\n\nFourth.' })
  const address = `/case-studies/${caseStudy.id}`
  return { token, person, id: caseStudy.id, address, read: await ask('GET', address) }
}

const revisionsOf = (pageId: number) => db.revision.count({ where: { pageId } })

describe('publishing', () => {
  test('answers 201 with the address, the version and everything that was sent', async () => {
    const { token } = await aProgram()
    const answer = await ask('POST', '/case-studies', { token, body: EXAMPLE })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('etag')).toBe('"1"')
    expect(answer.headers.get('location')).toMatch(new RegExp(`/api/v1/case-studies/${answer.body.id}$`))
    expect(answer.body).toMatchObject({
      revision: 1,
      title: EXAMPLE.title,
      action: EXAMPLE.action,
      merged: false,
    })

    const { merged: _, ...published } = answer.body
    expect((await ask('GET', `/case-studies/${answer.body.id}`)).body).toEqual(published)
  })

  test('what is left out of the legal record is recorded as not known', async () => {
    const { token } = await aProgram()
    const { body } = await ask('POST', '/case-studies', { token, body: EXAMPLE })
    expect(body.legalStatus).toMatchObject({
      nation: 'Not known',
      regime: 'UNK',
      approvals: [{ kind: 'UNK' }],
    })
  })

  test('an organisation is named by its id in the directory', async () => {
    const { token } = await aProgram()
    const { id, name } = await anOrganisation('Directory Borough Council')
    const sent = (organisation: unknown) =>
      ask('POST', '/case-studies', { token, body: { ...EXAMPLE, organisation } })
    expect((await sent({ id })).body.organisation).toEqual({ id, name })
    expect((await sent({ id, name: 'Another Council' })).body.errors[0].path).toBe('organisation.id')
    expect((await sent({ id: 999_999 })).status).toBe(422)
  })

  test('the same key again answers the same and publishes nothing; another body under it is refused', async () => {
    const { token } = await aProgram()
    const headers = { 'Idempotency-Key': 'one-publication' }
    const first = await ask('POST', '/case-studies', { token, headers, body: EXAMPLE })
    const again = await ask('POST', '/case-studies', { token, headers, body: EXAMPLE })
    expect(again.status).toBe(201)
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('location')).toBe(first.headers.get('location'))

    const other = await ask('POST', '/case-studies', {
      token,
      headers,
      body: { ...EXAMPLE, title: 'Another' },
    })
    expect(other.status).toBe(422)
    expect(other.body.type).toMatch(/#problem-key-reused$/)
  })
})

describe('changing', () => {
  test('the head is changed, and the note and the minor mark stand in the history', async () => {
    const { token, address, read } = await aCaseStudyRead()
    const sent = changed(read, { title: 'Warmer homes', note: 'A better title', minor: true })
    const answer = await ask('PUT', address, { token, ...sent })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toBe('"2"')
    expect(answer.body).toMatchObject({ revision: 2, title: 'Warmer homes', merged: false })

    const { items } = (await ask('GET', `${address}/revisions`)).body
    expect(items[0]).toMatchObject({ number: 2, note: 'A better title', minor: true, changed: ['title'] })
  })

  test('the answer is what a program reads that comes after', async () => {
    const { token, address, read } = await aCaseStudyRead()
    const contact = { name: 'Ada', organisation: '', email: 'ada@example.gov.uk', phone: '', byForm: false }
    const asked = changed(read, {
      title: 'Under another title',
      organisation: { name: '  None known ' },
      contact,
    })
    const { body, headers } = await ask('PUT', address, { token, ...asked })
    const { merged: _, ...saved } = body
    const after = await ask('GET', address)
    expect(after.body).toEqual(saved)
    expect(after.headers.get('etag')).toBe(headers.get('etag'))
  })

  test('changes that do not touch are merged', async () => {
    const { token, address, read } = await aCaseStudyRead()
    await ask('PUT', address, {
      token,
      ...changed(read, { context: 'First, changed.\n\nSecond.\n\nThird.\n\nFourth.' }),
    })
    const mine = changed(read, { context: 'First.\n\nSecond.\n\nThird.\n\nFourth, changed.', state: 'ended' })
    const answer = await ask('PUT', address, { token, ...mine })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      revision: 3,
      merged: true,
      state: 'ended',
      context: 'First, changed.\n\nSecond.\n\nThird.\n\nFourth, changed.',
    })
  })

  test('changes that touch answer 409 with every piece, and nothing is written', async () => {
    const { token, address, read, id } = await aCaseStudyRead()
    const { title } = read.body
    await ask('PUT', address, {
      token,
      ...changed(read, { title: 'Theirs', extra: { ...read.body.extra, partners: 'A' } }),
    })
    const mine = changed(read, { title: 'Mine', extra: { ...read.body.extra, partners: 'B' } })
    const answer = await ask('PUT', address, { token, ...mine })
    expect(answer.status).toBe(409)
    expect(answer.headers.get('etag')).toBe('"2"')
    expect(answer.body.revision).toBe(2)
    expect(answer.body.conflicts).toEqual([
      { path: 'title', label: expect.any(String), base: title, theirs: 'Theirs', yours: 'Mine' },
      { path: 'extra.partners', label: expect.any(String), base: '', theirs: 'A', yours: 'B' },
    ])
    expect(await revisionsOf(id)).toBe(2)
  })

  test('the same content again makes no new version', async () => {
    const { token, address, read, id } = await aCaseStudyRead()
    const answer = await ask('PUT', address, { token, ...changed(read, {}) })
    expect([answer.status, answer.headers.get('etag'), await revisionsOf(id)]).toEqual([200, '"1"', 1])
  })

  test('a version must be named, and it must be one of this case study', async () => {
    const { token, address, read } = await aCaseStudyRead()
    const { body } = read
    const as = (headers: Record<string, string>) => ask('PUT', address, { token, body, headers })
    expect((await as({})).status).toBe(428)
    for (const broken of ['1', '*', '"x"', '"1", "2"', '"0"'])
      expect((await as({ 'If-Match': broken })).status, broken).toBe(400)
    expect((await as({ 'If-Match': '"7"' })).status).toBe(412)
    expect((await as({ 'If-Match': 'W/"1"' })).status).toBe(200)
  })

  test('a key that cannot be kept is refused', async () => {
    const { token, address, read } = await aCaseStudyRead()
    const { body, headers } = changed(read, {})
    for (const key of ['with space', 'é', 'x'.repeat(201), ''])
      expect(
        (await ask('PUT', address, { token, body, headers: { ...headers, 'Idempotency-Key': key } })).status,
      ).toBe(400)
  })

  test('the same key again answers the version that it saved, whatever came after', async () => {
    const { token, address, read, id } = await aCaseStudyRead()
    const { body, headers } = changed(read, { title: 'Once' })
    const asked = { token, body, headers: { ...headers, 'Idempotency-Key': 'a-change' } }
    const first = await ask('PUT', address, asked)
    await ask('PUT', address, { token, ...changed(first, { title: 'Later' }) })
    const again = await ask('PUT', address, asked)
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('etag')).toBe('"2"')
    expect(await revisionsOf(id)).toBe(3)
  })

  test('unknown, withdrawn and merged case studies are not changed', async () => {
    const { token, address, read, id, person } = await aCaseStudyRead()
    const asked = { token, ...changed(read, { title: 'Too late' }) }
    expect((await ask('PUT', '/case-studies/999999', asked)).status).toBe(404)
    expect((await ask('PUT', '/case-studies/abc', asked)).status).toBe(404)

    await db.page.update({ where: { id }, data: { state: 'withdrawn' } })
    const facts = { actorId: person.actorId, createdAt: new Date() }
    await db.pageEvent.create({
      data: { pageId: id, kind: 'withdrawn', reason: 'It was a draft.', ...facts },
    })
    expect(await ask('PUT', address, asked)).toMatchObject({
      status: 410,
      body: { detail: 'It was a draft.' },
    })
    expect(await ask('PUT', address, { token, body: asked.body })).toMatchObject({ status: 410 })

    const other = await aPublishedCaseStudy()
    await db.page.update({ where: { id }, data: { state: 'merged', mergedInto: other.caseStudy.id } })
    const refused = await ask('PUT', address, asked)
    expect(refused.status).toBe(410)
    expect(refused.body.type).toMatch(/#problem-merged$/)
    expect(refused.body.location).toMatch(new RegExp(`/case-studies/${other.caseStudy.id}$`))
    expect(await revisionsOf(id)).toBe(1)
  })
})

describe('a hidden contact address', () => {
  test('is kept, used and never given out', async () => {
    const { token } = await aProgram()
    const contact = { name: 'The officer', email: 'hidden@example.gov.uk', byForm: true }
    const made = await ask('POST', '/case-studies', { token, body: { ...EXAMPLE, contact } })
    expect(made.body.contact).toEqual({ name: 'The officer', organisation: '', phone: '', byForm: true })
    expect(JSON.stringify(made.body)).not.toContain('hidden@')

    const address = `/case-studies/${made.body.id}`
    const read = await ask('GET', address)
    expect(JSON.stringify(read.body)).not.toContain('hidden@')
    await ask('PUT', address, { token, ...changed(read, { title: 'Sent back without the address' }) })
    const kept = await db.privateContact.findUnique({ where: { pageId: made.body.id } })
    expect(kept?.email).toBe('hidden@example.gov.uk')
  })

  test('is left out of older versions from before it was hidden', async () => {
    const { token } = await aProgram()
    const contact = {
      name: 'The officer',
      email: 'open@example.gov.uk',
      phone: '',
      organisation: '',
      byForm: false,
    }
    const { caseStudy } = await aPublishedCaseStudy({ ...aContent(), contact })
    const address = `/case-studies/${caseStudy.id}`
    const read = await ask('GET', address)
    expect(read.body.contact.email).toBe('open@example.gov.uk')
    await ask('PUT', address, { token, ...changed(read, { contact: { ...contact, byForm: true } }) })
    expect(JSON.stringify((await ask('GET', `${address}/revisions/1`)).body)).not.toContain('open@')
  })
})
