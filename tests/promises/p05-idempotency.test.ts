import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { EXAMPLE } from '@/lib/api/example'
import { db } from '@/lib/platform/db'
import { aProgram, ask } from '../support/api'
import { theContentsTree } from '../support/builders'
import { size } from '../support/size'

// P05: a save whose answer was lost after it was committed is sent again, and still happens once.

const saves = size({ suite: 40, full: 500 })
const repeats = 3

beforeAll(theContentsTree)

/** No one program sends more than one may in a minute. */
const programs = Array.from({ length: Math.ceil(saves / 50) }, () => aProgram())
const programOf = (save: number) => programs[Math.floor((save - 1) / 50)] as ReturnType<typeof aProgram>

test(`${saves} answers lost and each asked for ${repeats} times again: exactly ${saves} more versions`, async () => {
  const { token: first } = await programOf(1)
  const made = await ask('POST', '/case-studies', { token: first, body: EXAMPLE })
  const address = `/case-studies/${made.body.id}`
  const answers = new Set<string>()
  for (let save = 1; save <= saves; save += 1) {
    const { token } = await programOf(save)
    const headers = { 'If-Match': `"${save}"`, 'Idempotency-Key': randomUUID() }
    const asked = { token, headers, body: { ...EXAMPLE, impact: `Change ${save}.` } }
    // The answer is dropped, as by a network that fails after the commit.
    await ask('PUT', address, asked)
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const again = await ask('PUT', address, asked)
      expect(again.status).toBe(200)
      answers.add(`${save} ${again.headers.get('etag')} ${again.body.impact}`)
    }
  }
  expect(answers).toEqual(
    new Set(Array.from({ length: saves }, (_, at) => `${at + 1} "${at + 2}" Change ${at + 1}.`)),
  )
  expect(await db.revision.count({ where: { pageId: made.body.id } })).toBe(saves + 1)
}, 600_000)

test(`${saves} publications and changes, each sent ${repeats + 1} times at once: each happens once`, async () => {
  for (let round = 1; round <= saves; round += 1) {
    const { token } = await programOf(round)
    const title = `At once ${randomUUID()}`
    const key = randomUUID()
    const send = () =>
      ask('POST', '/case-studies', {
        token,
        headers: { 'Idempotency-Key': key },
        body: { ...EXAMPLE, title },
      })
    const made = await Promise.all(Array.from({ length: repeats + 1 }, send))
    expect(new Set(made.map(({ status }) => status))).toEqual(new Set([201]))
    const ids = [...new Set(made.map(({ body }) => body.id))]
    expect(ids).toHaveLength(1)
    expect(await db.caseStudy.count({ where: { title } })).toBe(1)

    const change = () =>
      ask('PUT', `/case-studies/${ids[0]}`, {
        token,
        headers: { 'If-Match': '"1"', 'Idempotency-Key': `${key}-change` },
        body: { ...EXAMPLE, title, state: 'ended' },
      })
    const changed = await Promise.all(Array.from({ length: repeats + 1 }, change))
    expect(new Set(changed.map(({ status, headers }) => `${status} ${headers.get('etag')}`))).toEqual(
      new Set(['200 "2"']),
    )
    expect(await db.revision.count({ where: { pageId: ids[0] } })).toBe(2)
  }
}, 600_000)
