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
await disconnect()
