import { expect, test } from 'vitest'
import { saveDraft } from '@/lib/drafts/save'
import { db } from '@/lib/platform/db'
import { findSession } from '@/lib/users/session'
import { endSession } from '@/lib/users/sign-in'
import { randomFrom } from '@/scripts/bench/random.mjs'
import { aPerson } from '../support/builders'
import { size } from '../support/size'

// P12: every request asks the database who is asking, so what an account lost is lost for the very next save.
const RUNS = size({ suite: 20, full: 500 })

const ENDS = {
  suspended: ({ id }: Person) => db.person.update({ where: { id }, data: { suspendedAt: new Date() } }),
  'signed out': ({ sessionId }: Person) => endSession(sessionId),
  expired: ({ sessionId }: Person) =>
    db.session.update({ where: { id: sessionId }, data: { expiresAt: new Date(Date.now() - 1) } }),
}
type Person = Awaited<ReturnType<typeof aPerson>>

test(`P12 ${RUNS} accounts lose their sign-in or their role while typing: the next save knows`, async () => {
  const random = randomFrom(12)
  let slowest = 0
  for (let run = 0; run < RUNS; run += 1) {
    const person = await aPerson(random.pick(['contributor', 'moderator', 'admin']))
    const before = await findSession(person.sessionId)
    expect(before?.role).toBe(person.role)
    const draft = { kind: 'case_study' as const, pageId: null, base: null, values: { title: 'Kept' } }
    const saved = await saveDraft(person, draft)

    const since = performance.now()
    if (random.chance(0.3)) {
      await db.person.update({ where: { id: person.id }, data: { role: 'pending' } })
      expect((await findSession(person.sessionId))?.role).toBe('pending')
    } else {
      await ENDS[random.pick(Object.keys(ENDS) as (keyof typeof ENDS)[])](person)
      expect(await findSession(person.sessionId)).toBeNull()
    }
    slowest = Math.max(slowest, performance.now() - since)
    // What was kept before stays, for when the account is back.
    expect(await db.draft.findFirst({ where: { personId: person.id }, select: { values: true } })).toEqual({
      values: { title: 'Kept' },
    })
    expect(saved.ok).toBe(true)
  }
  console.log(`P12: ${RUNS} runs, the slowest known after ${Math.round(slowest)} ms`)
  expect(slowest).toBeLessThan(5000)
})
