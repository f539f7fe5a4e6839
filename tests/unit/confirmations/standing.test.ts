import { expect, test } from 'vitest'
import { type Question, standingOf } from '@/lib/confirmations/standing'

const changed = new Date('2025-05-03T10:00:00Z')
const asked = new Date('2026-05-04T06:00:00Z')
const today = new Date('2026-11-22T06:00:00Z')
const question = (facts: Partial<Question> = {}): Question => {
  return { askedAt: asked, answeredAt: null, answer: '', ...facts }
}

test('a page about which nobody was asked has no standing', () => {
  expect(standingOf(changed, [], today)).toBeNull()
})

test('an unanswered question shows after three months, and not before', () => {
  expect(standingOf(changed, [question()], new Date('2026-08-03T06:00:00Z'))).toBeNull()
  expect(standingOf(changed, [question()], new Date('2026-08-04T06:00:00Z'))).toEqual({
    kind: 'unconfirmed',
    askedOn: '2026-05-04T06:00:00.000Z',
    since: '2025-05-03T10:00:00.000Z',
  })
})

test('an answer confirms, and a later question in vain goes back to that answer', () => {
  const answered = question({ answer: 'true', answeredAt: new Date('2026-06-05T09:00:00Z') })
  expect(standingOf(changed, [answered], today)).toEqual({
    kind: 'confirmed',
    on: '2026-06-05T09:00:00.000Z',
  })
  const again = question({ askedAt: new Date('2027-06-06T06:00:00Z') })
  expect(standingOf(changed, [again, answered], new Date('2027-07-01T00:00:00Z'))).toMatchObject({
    kind: 'confirmed',
  })
  expect(standingOf(changed, [again, answered], new Date('2027-12-01T00:00:00Z'))).toEqual({
    kind: 'unconfirmed',
    askedOn: '2027-06-06T06:00:00.000Z',
    since: '2026-06-05T09:00:00.000Z',
  })
})

test('that something has changed shows until somebody changes the page', () => {
  const answered = question({ answer: 'changed', answeredAt: new Date('2026-06-05T09:00:00Z') })
  expect(standingOf(changed, [answered], today)).toEqual({ kind: 'changed', on: '2026-06-05T09:00:00.000Z' })
  expect(standingOf(new Date('2026-06-10T00:00:00Z'), [answered], today)).toBeNull()
})

test('a new version ends what was said of the one before', () => {
  const edited = new Date('2026-07-01T00:00:00Z')
  expect(standingOf(edited, [question()], today)).toBeNull()
  const answered = question({ answer: 'true', answeredAt: new Date('2026-06-05T09:00:00Z') })
  expect(standingOf(edited, [answered], today)).toBeNull()
})
