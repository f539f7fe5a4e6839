import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerQuestion } from '@/lib/confirmations/answer'
import { askWhatIsDue } from '@/lib/confirmations/ask'
import { findQuestion, findStanding } from '@/lib/confirmations/queries'
import { db } from '@/lib/platform/db'
import { refused } from '@/lib/platform/outcome'
import { aPublishedCaseStudy, theContentsTree, value } from '@/tests/support/builders'

beforeAll(theContentsTree)
beforeEach(async () => {
  await db.mail.deleteMany()
  await db.confirmation.deleteMany()
})

const contact = {
  name: 'Food team',
  organisation: '',
  email: 'food@example.gov.uk',
  phone: '',
  byForm: false,
}
const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)

async function tokenMailed(): Promise<string> {
  const mail = await db.mail.findFirstOrThrow({ where: { subject: { startsWith: 'Is this still true?' } } })
  return /\/confirm\/([\w-]+)/.exec(mail.text)?.[1] ?? ''
}

describe('the yearly question', () => {
  test('goes to the contact a year after the last change, once, and not before', async () => {
    const { caseStudy } = await aPublishedCaseStudy({ contact, title: 'Bread baked nearby' })
    await aPublishedCaseStudy({ title: 'Nobody to ask' })
    await askWhatIsDue(inDays(360))
    expect(await db.mail.count()).toBe(0)
    const due = inDays(367)
    await askWhatIsDue(due)
    await askWhatIsDue(due)
    await askWhatIsDue(inDays(368))
    expect(await db.mail.findMany()).toMatchObject([
      {
        toAddress: 'food@example.gov.uk',
        toName: 'Food team',
        subject: 'Is this still true? Bread baked nearby',
      },
    ])
    expect(await db.confirmation.findMany()).toMatchObject([{ pageId: caseStudy.id, answer: '' }])
    await askWhatIsDue(inDays(367 + 370))
    expect(await db.mail.count()).toBe(2)
    await db.page.update({ where: { id: caseStudy.id }, data: { state: 'withdrawn' } })
  })

  test('reaches a contact whose address is kept private', async () => {
    const { caseStudy } = await aPublishedCaseStudy({ contact: { ...contact, byForm: true } })
    await askWhatIsDue(inDays(367))
    expect(await db.mail.findMany()).toMatchObject([{ toAddress: 'food@example.gov.uk' }])
    await db.page.update({ where: { id: caseStudy.id }, data: { state: 'withdrawn' } })
  })

  test('is answered by whoever has the link, for that page alone, and can be answered anew', async () => {
    const { caseStudy } = await aPublishedCaseStudy({ contact })
    await askWhatIsDue(inDays(367))
    const token = await tokenMailed()
    expect(await findQuestion(token)).toMatchObject({ page: { id: caseStudy.id }, answer: '' })
    // Asked in the future for this test: answers are of now.
    await db.confirmation.updateMany({ data: { askedAt: new Date() } })
    value(await answerQuestion(token, 'changed'))
    expect((await db.confirmation.findFirstOrThrow()).answer).toBe('changed')
    value(await answerQuestion(token, 'true'))
    expect(await findStanding(caseStudy.id)).toMatchObject({ kind: 'confirmed' })
    expect(await db.confirmation.count({ where: { tokenHash: token } })).toBe(0)
  })

  test('a link that we did not make, or to a page that was withdrawn, is unknown', async () => {
    expect(await answerQuestion('x'.repeat(32), 'true')).toEqual(refused('unknown'))
    const { caseStudy } = await aPublishedCaseStudy({ contact })
    await db.confirmation.deleteMany()
    await askWhatIsDue(inDays(367))
    const { text } = await db.mail.findFirstOrThrow({ orderBy: { id: 'desc' } })
    const token = /\/confirm\/([\w-]+)/.exec(text)?.[1] ?? ''
    await db.page.updateMany({ data: { state: 'withdrawn' } })
    expect(await findQuestion(token)).toBeNull()
    expect(await answerQuestion(token, 'true')).toEqual(refused('unknown'))
    expect(caseStudy.id).toBeGreaterThan(0)
  })
})
