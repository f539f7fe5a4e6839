import { createHash } from 'node:crypto'
import { db, disconnect } from '@/lib/platform/db'
import { hashPassword } from '@/lib/users/password'
import { password, people } from './people.mjs'

// Makes the people who save in the benchmark, in the database of DATABASE_URL.
const passwordHash = await hashPassword(password)
await db.person.createMany({
  data: people.map(({ handle, email }) => ({
    handle,
    email,
    name: handle,
    role: 'contributor',
    passwordHash,
  })),
})
for (const { email, token } of people) {
  const person = await db.person.findUniqueOrThrow({ where: { email } })
  const tokenHash = createHash('sha256').update(token).digest('hex')
  const facts = { tokenHash, endsWith: token.slice(-4), name: 'Benchmark', scope: 'write' }
  await db.apiToken.create({ data: { personId: person.id, ...facts } })
}
await disconnect()
