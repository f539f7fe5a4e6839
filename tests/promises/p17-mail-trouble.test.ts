import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Letter, writeMail } from '@/lib/outbox/mail'
import { db } from '@/lib/platform/db'
import { deliverWaiting } from '@/lib/platform/mail/deliver'
import { drainOutbox } from '@/lib/worker/tasks'
import { aMailServer, type MailServer, type Manner } from '../support/mail-server'
import { size } from '../support/size'

// P17: whatever the mail server does, every mail goes to its one address in the end, in the order of writing.
const mails = size({ suite: 24, full: 1000 })
const people = 8
let mailServer: MailServer

beforeEach(async () => {
  mailServer = await aMailServer()
  process.env.SMTP_URL = mailServer.url
})
afterEach(async () => {
  delete process.env.SMTP_URL
  await mailServer.close()
  await db.mail.deleteMany()
})

function write(key: string, address: string, facts: Partial<Letter> = {}) {
  const letter = { key, to: { name: '', address }, subject: key, text: 'Something changed.', ...facts }
  return db.$transaction((tx) => writeMail(tx, letter))
}

async function writeAll() {
  for (let number = 0; number < mails; number += 1)
    await write(`p17:${number}`, `person${number % people}@example.gov.uk`)
}

async function states() {
  const groups = await db.mail.groupBy({ by: ['state'], _count: true, orderBy: { state: 'asc' } })
  return Object.fromEntries(groups.map(({ state, _count }) => [state, _count]))
}

/** Every mail arrived once, at the address it was written to and no other, and each person's in order. */
function expectAllArrived() {
  const { taken } = mailServer.state
  expect(taken).toHaveLength(mails)
  const numbers = new Map<string, number[]>()
  for (const { to, text } of taken) {
    const number = Number(/^Subject: p17:(\d+)/m.exec(text)?.[1])
    expect(to).toEqual([`person${number % people}@example.gov.uk`])
    numbers.set(to[0] as string, [...(numbers.get(to[0] as string) ?? []), number])
  }
  for (const list of numbers.values()) expect(list).toEqual([...list].sort((a, b) => a - b))
}

test('P17 while the server is down nothing is lost, and everything goes when it is back', async () => {
  const { port } = mailServer
  await mailServer.close()
  await writeAll()
  await drainOutbox()
  await deliverWaiting()
  expect(await states()).toEqual({ waiting: mails })

  mailServer = await aMailServer({ port })
  const begun = Date.now()
  await deliverWaiting()
  console.log(
    `P17: ${mails} mails out ${((Date.now() - begun) / 1000).toFixed(1)} s after the server came back`,
  )
  expect(await states()).toEqual({ sent: mails })
  expectAllArrived()
})

test.each<Manner>(['put-off', 'cut', 'cut-unanswered'])(
  'P17 a server that answers by %s gets every mail later',
  async (manner) => {
    mailServer.state.manner = manner
    await writeAll()
    await drainOutbox()
    expect(await states()).toEqual({ waiting: mails })
    expect((await db.mail.findFirstOrThrow({ orderBy: { id: 'asc' } })).problem).not.toBe('')
    mailServer.state.manner = 'take'
    await deliverWaiting()
    expect(await states()).toEqual({ sent: mails })
    expectAllArrived()
  },
)

test('P17 a slow server gets each mail once, though several senders try', async () => {
  mailServer.state.manner = 'slow'
  await writeAll()
  await Promise.all([drainOutbox(), deliverWaiting(), deliverWaiting()])
  await deliverWaiting()
  expect(await states()).toEqual({ sent: mails })
  expectAllArrived()
})

test.each<Manner>(['refuse', 'refuse-text'])(
  'P17 a mail that the server will never take (%s) is dropped with its reason and holds up no other',
  async (manner) => {
    mailServer.state.manner = manner
    await write('lost', 'gone@example.gov.uk')
    await drainOutbox()
    expect(await db.mail.findFirstOrThrow()).toMatchObject({
      state: 'dropped',
      problem: expect.stringMatching(/No such mailbox|Not wanted/),
    })
    mailServer.state.manner = 'take'
    await write('next', 'gone@example.gov.uk')
    await drainOutbox()
    expect(mailServer.state.taken.map(({ text }) => /^Subject: (\w+)/m.exec(text)?.[1])).toEqual(['next'])
  },
)

test('P17 what people wrote adds no recipient and no header', async () => {
  const hostile = 'Title\r\nBcc: other@example.gov.uk\r\n\r\nBody'
  await write('hostile', 'one@example.gov.uk', {
    subject: hostile,
    to: { name: `A, b@example.gov.uk, <c@example.gov.uk>${hostile}`, address: 'one@example.gov.uk' },
    replyTo: 'x@example.gov.uk\r\nCc: other@example.gov.uk',
  })
  for (const [key, address] of [
    ['list', 'one@example.gov.uk, two@example.gov.uk'],
    ['quoted', '"one@example.gov.uk"@other.example.net'],
    ['line', 'one@example.gov.uk\r\nRCPT TO:<two@example.gov.uk>'],
  ] as const)
    await write(key, address)
  await drainOutbox()

  expect(mailServer.state.taken.map(({ to }) => to)).toEqual([['one@example.gov.uk']])
  expect(mailServer.state.taken[0]?.text).not.toMatch(/^(bcc|cc):/im)
  expect(await states()).toEqual({ dropped: 3, sent: 1 })
})

test('a mail killed between its last line and the answer is not sent again; one killed before is', async () => {
  const { handOver } = await import('@/lib/platform/mail/handed-over')
  const { identityOf } = await import('@/lib/platform/mail/compose')
  await write('gone', 'a@example.gov.uk')
  await write('begun', 'b@example.gov.uk')
  await db.mail.updateMany({ data: { state: 'sending' } })
  handOver(identityOf('gone')).mark()
  handOver(identityOf('begun'))
  await drainOutbox()
  expect(mailServer.state.taken.map(({ to }) => to)).toEqual([['b@example.gov.uk']])
  expect(await states()).toEqual({ sent: 2 })
})
