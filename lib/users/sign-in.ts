import 'server-only'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { exhausted, forgive, use } from '@/lib/platform/rate-limit'
import { passwordMatches } from './password'

const sessionDays = 14

type Attempt = { email: string; password: string; source: string }
type SignInRefusal = 'wrong' | 'too-many' | 'suspended'

/** Checks a password and begins a session. The answer is the same for an unknown address and a wrong password. */
export async function signIn({
  email,
  password,
  source,
}: Attempt): Promise<Outcome<{ sessionId: string }, SignInRefusal>> {
  if ((await exhausted('sign-in', email)) || (await exhausted('sign-in-source', source)))
    return refused('too-many')

  const person = await db.person.findUnique({ where: { email } })
  if (!(await passwordMatches(person?.passwordHash, password)) || !person) {
    await use('sign-in', email)
    await use('sign-in-source', source)
    return refused('wrong')
  }
  if (person.suspendedAt) return refused('suspended')

  await forgive('sign-in', email)
  return done({ sessionId: await beginSession(person.id) })
}

/** Begins a session for someone who has just proved who they are. */
export async function beginSession(personId: string): Promise<string> {
  const expiresAt = new Date(now().getTime() + sessionDays * 86_400_000)
  const session = await db.session.create({ data: { personId, expiresAt } })
  return session.id
}

/** Ends a session everywhere at once. */
export async function endSession(sessionId: string): Promise<void> {
  await db.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: now() } })
}
