import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { refused } from '@/lib/platform/outcome'
import { use } from '@/lib/platform/rate-limit'
import type { RoleName } from '@/lib/users/access'
import { registerPerson } from '@/lib/users/register'
import { grantRole, listAccounts } from '@/lib/users/roles'
import { registration, signInForm } from '@/lib/users/schema'
import { findSession } from '@/lib/users/session'
import { endSession, signIn } from '@/lib/users/sign-in'
import { aPerson, value } from '@/tests/support/builders'

const password = 'a few plain words'
let count = 0

async function aRegistered() {
  count += 1
  const email = `somebody${count}@example.gov.uk`
  const { id } = value(await registerPerson(registration.parse({ name: 'Some Body', email, password })))
  return { id, email }
}
const attempt = (email: string, typed: string, source = 'here') =>
  signIn({ ...signInForm.parse({ email, password: typed }), source })

describe('signing in', () => {
  test('with the right password begins a session', async () => {
    const { id, email } = await aRegistered()
    const { sessionId } = value(await attempt(email.toUpperCase(), password))
    expect(await findSession(sessionId)).toMatchObject({ id, role: 'pending', name: 'Some Body' })
  })

  test('answers the same to a wrong password, an unknown address and an account without a password', async () => {
    const { email } = await aRegistered()
    await aPerson('contributor', { email: 'without@example.gov.uk' })
    for (const address of [email, 'nobody@example.gov.uk', 'without@example.gov.uk'])
      expect(await attempt(address, 'not this one')).toEqual(refused('wrong'))
    expect(await attempt('without@example.gov.uk', 'no account has this password')).toEqual(refused('wrong'))
  })

  test('after ten wrong passwords even the right one has to wait, for this account only', async () => {
    const { email } = await aRegistered()
    for (let tries = 0; tries < 10; tries += 1)
      expect(await attempt(email, 'wrong', `source ${tries}`)).toEqual(refused('wrong'))
    expect(await attempt(email, password)).toEqual(refused('too-many'))
    const other = await aRegistered()
    expect((await attempt(other.email, password)).ok).toBe(true)
  })

  test('wrong passwords before a right one are forgiven', async () => {
    const { email } = await aRegistered()
    for (let round = 0; round < 2; round += 1) {
      for (let tries = 0; tries < 6; tries += 1) await attempt(email, 'wrong')
      expect((await attempt(email, password)).ok).toBe(true)
    }
  })

  test('one source that tries many accounts has to wait too', async () => {
    const { email } = await aRegistered()
    for (let tries = 0; tries < 60; tries += 1) await use('sign-in-source', 'elsewhere')
    expect(await attempt(email, password, 'elsewhere')).toEqual(refused('too-many'))
    expect((await attempt(email, password, 'here')).ok).toBe(true)
  })

  test('is refused to a suspended account, but only to who knows its password', async () => {
    const { id, email } = await aRegistered()
    const { sessionId } = value(await attempt(email, password))
    await db.person.update({ where: { id }, data: { suspendedAt: new Date() } })
    expect(await attempt(email, password)).toEqual(refused('suspended'))
    expect(await attempt(email, 'wrong')).toEqual(refused('wrong'))
    expect(await findSession(sessionId)).toBeNull()
  })
})

describe('a session', () => {
  test('that was ended, has run out or never was belongs to nobody', async () => {
    const [ended, over, kept] = await Promise.all([aPerson(), aPerson(), aPerson()])
    await endSession(ended.sessionId)
    await db.session.update({ where: { id: over.sessionId }, data: { expiresAt: new Date(0) } })
    expect(await findSession(ended.sessionId)).toBeNull()
    expect(await findSession(over.sessionId)).toBeNull()
    expect(await findSession('00000000-0000-4000-8000-000000000000')).toBeNull()
    expect(await findSession(kept.sessionId)).toEqual(kept)
  })
})

describe('registering', () => {
  test('the same address twice is refused, however it is written', async () => {
    const { email } = await aRegistered()
    for (const written of [email, email.toUpperCase(), ` ${email} `, email.replace('@', '＠')]) {
      const input = registration.parse({ name: 'Other', email: written, password })
      expect(await registerPerson(input)).toEqual(refused('taken'))
    }
    expect(await db.person.count({ where: { email } })).toBe(1)
  })

  test('five at once with one address make one account', async () => {
    const input = registration.parse({ name: 'Same Name', email: 'same@example.gov.uk', password })
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => registerPerson(input)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('people of one name get addresses of their own, and wait as new members', async () => {
    const inputs = ['x1@example.gov.uk', 'x2@example.gov.uk', 'x3@example.gov.uk']
    await Promise.all(
      inputs.map((email) => registerPerson(registration.parse({ name: 'Ŵyn Evans', email, password }))),
    )
    const people = await db.person.findMany({ where: { email: { in: inputs } }, orderBy: { handle: 'asc' } })
    expect(people.map(({ handle, role, listed }) => [handle, role, listed])).toEqual([
      ['wyn-evans', 'pending', false],
      ['wyn-evans-2', 'pending', false],
      ['wyn-evans-3', 'pending', false],
    ])
    expect(people[0]?.passwordHash).toMatch(/^\$argon2id\$/)
  })

  test.each([
    'a＠b@example.gov.uk',
    'a@example.gov.uk＠evil.example',
    'a@evil.example,b@example.gov.uk',
    '"a@evil.example"@example.gov.uk',
    'a@example.gov.uk\u0000',
    'a@exаmple.gov.uk',
    'a@localhost',
    'a@-x.gov.uk',
    'a..b@example.gov.uk',
    '.a@example.gov.uk',
    'a@example..uk',
    'a b@example.gov.uk',
    'a@[127.0.0.1]',
    'a@example.gov.uk>',
    '<a@example.gov.uk>',
    'a﹫b.gov.uk@c.gov.uk',
    '',
    'a',
    '@b.uk',
  ])('the address %j is refused', (email) => {
    expect(registration.safeParse({ name: 'A', email, password }).success).toBe(false)
  })

  test('a short password and an empty name are refused in words', () => {
    const { error } = registration.safeParse({ name: ' ', email: 'a@example.gov.uk', password: 'short' })
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'Enter your name',
      'The password must have at least 10 characters. A few words in a row are easy to keep in mind',
    ])
  })
})

describe('roles', () => {
  const ROLES: RoleName[] = ['pending', 'contributor', 'representative', 'moderator', 'admin']
  beforeAll(() => aRegistered())

  test.each(ROLES)(
    '%s: only an administrator changes roles and lists accounts, and nobody their own',
    async (role) => {
      const [viewer, other] = await Promise.all([aPerson(role), aPerson('pending')])
      const may = role === 'admin'
      expect((await grantRole(viewer, { personId: other.id, role: 'moderator' })).ok).toBe(may)
      expect(await findSession(other.sessionId)).toMatchObject({ role: may ? 'moderator' : 'pending' })
      expect(await grantRole(viewer, { personId: viewer.id, role: 'admin' })).toEqual(refused('not-allowed'))
      expect(await grantRole(viewer, { personId: viewer.id, role: 'pending' })).toEqual(
        refused('not-allowed'),
      )
      expect(await findSession(viewer.sessionId)).toMatchObject({ role })
      expect((await listAccounts(viewer)).length > 0).toBe(may)
    },
  )

  test('an account that is not there cannot be given a role', async () => {
    const personId = '00000000-0000-4000-8000-000000000000'
    expect(await grantRole(await aPerson('admin'), { personId, role: 'admin' })).toEqual(refused('not-found'))
    expect(await listAccounts(null)).toEqual([])
  })
})
