import 'server-only'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { slugOf } from '@/lib/platform/slug'
import { hashPassword } from './password'
import type { Registration } from './schema'

/** Makes an account whose contributions wait for a moderator. Refuses an address that has one already. */
export async function registerPerson(input: Registration): Promise<Outcome<{ id: string }, 'taken'>> {
  const passwordHash = await hashPassword(input.password)
  const handle = await freeHandle(input.name)
  try {
    const person = await db.person.create({
      data: { name: input.name, email: input.email, passwordHash, handle },
    })
    return done({ id: person.id })
  } catch (error) {
    if ((error as { code?: string }).code !== 'P2002') throw error
    if (await db.person.findUnique({ where: { email: input.email }, select: { id: true } }))
      return refused('taken')
    // Only the handle was taken, by somebody of the same name at the same moment.
    return registerPerson(input)
  }
}

async function freeHandle(name: string): Promise<string> {
  const base = slugOf(name).slice(0, 40)
  const taken = await db.person.findMany({
    where: { handle: { startsWith: base } },
    select: { handle: true },
  })
  const handles = new Set(taken.map((person) => person.handle))
  if (!handles.has(base)) return base
  let number = 2
  while (handles.has(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}
