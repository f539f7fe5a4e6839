import 'server-only'
import { hash, verify } from '@node-rs/argon2'

// argon2id with the library's parameters (19 MiB, 2 passes), the OWASP baseline.
export function hashPassword(password: string): Promise<string> {
  return hash(password)
}

/** Takes as long for an unknown account as for a wrong password, so that neither can be told from the other. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await decoy()), password)
  return matches && Boolean(stored)
}

let decoyHash: Promise<string> | undefined
function decoy(): Promise<string> {
  decoyHash ??= hash('no account has this password')
  return decoyHash
}
