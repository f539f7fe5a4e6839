import 'server-only'
import { parseArgs } from 'node:util'
import { db, disconnect } from '@/lib/platform/db'
import { emailAddress } from '@/lib/users/schema'
import { tokensMax } from './limits'
import { createToken, type Scope } from './tokens'

// `npm run token -- --email E [--scope read|write]`: prints a token for an account, alone on standard output.
const { values } = parseArgs({ options: { email: { type: 'string' }, scope: { type: 'string' } } })
const email = emailAddress.safeParse(values.email ?? '')
const scope = values.scope ?? 'read'

if (!email.success || !email.data || !['read', 'write'].includes(scope))
  fail('Usage: npm run token -- --email name@example.gov.uk [--scope read|write]')
else await printToken(email.data, scope as Scope)
await disconnect()

async function printToken(address: string, granted: Scope) {
  const person = await db.person.findUnique({ where: { email: address } })
  if (!person) return fail(`There is no account with the address ${address}.`)
  if (person.suspendedAt) return fail(`The account ${address} is suspended: its tokens do not work.`)

  const outcome = await createToken(person, { name: 'Made on the command line', scope: granted })
  if (!outcome.ok)
    return fail(`${address} has ${tokensMax} tokens. Revoke one that is no longer used: /account/tokens`)
  console.error(
    `A token that may ${granted === 'write' ? 'read and write' : 'read'}, as ${address}. It is shown only now.`,
  )
  console.log(outcome.value.value)
}

function fail(message: string) {
  console.error(message)
  process.exitCode = 1
}
