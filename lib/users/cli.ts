import 'server-only'
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { db, disconnect, Role } from '@/lib/platform/db'
import { hashPassword } from './password'
import { emailAddress } from './schema'

// `npm run user -- --email E --role R`: makes or changes an account, such as the first administrator.
const { values } = parseArgs({
  options: { email: { type: 'string' }, role: { type: 'string' }, name: { type: 'string' } },
})
const email = emailAddress.safeParse(values.email ?? '')
const roles = Object.values(Role) as string[]

if (!email.success || !email.data || !values.role || !roles.includes(values.role)) {
  console.error(
    `Usage: npm run user -- --email name@example.gov.uk --role ${roles.join('|')} [--name "Their name"]`,
  )
  process.exitCode = 1
} else {
  await saveAccount(email.data, values.role as Role, values.name)
}
await disconnect()

async function saveAccount(address: string, role: Role, name = address.split('@')[0] ?? address) {
  const known = await db.person.findUnique({ where: { email: address } })
  if (known) {
    await db.person.update({ where: { id: known.id }, data: { role } })
    console.log(`${address} now has the role ${role}.`)
    return
  }
  const password = randomBytes(12).toString('base64url')
  const handle = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${randomBytes(2).toString('hex')}`
  await db.person.create({
    data: { email: address, name, handle, role, passwordHash: await hashPassword(password) },
  })
  console.log(`Made an account for ${address} with the role ${role}. Its password is ${password}`)
}
