import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { type Register, register } from './register'
import { type Facts, standingUnder } from './standing'

/** A version of the law register, ready to judge by. */
export type Rules = { version: number; register: Register }

/** What a case study's record keeps of its label. */
export type KeptStanding = { label: string; law: string; why: string; registerVersion: number }

// A version never changes, so each process reads it once.
let newest: Rules | null = null

/** The rules of a version, or null for version 0: there is no register yet. */
export async function rulesAt(tx: Tx, version: number): Promise<Rules | null> {
  if (version === 0) return null
  if (newest?.version === version) return newest
  const row = await tx.lawRegister.findUniqueOrThrow({ where: { version } })
  newest = { version, register: register.parse(row.content) }
  return newest
}

/** The rules that decide labels now, seen from inside a transaction. */
export async function currentRules(tx: Tx): Promise<Rules | null> {
  const { _max: max } = await tx.lawRegister.aggregate({ _max: { version: true } })
  return rulesAt(tx, max.version ?? 0)
}

/** The label that goes with these facts; where there is no register yet, none and version 0. */
export function keptStanding(rules: Rules | null, facts: Facts): KeptStanding {
  if (!rules) return { label: 'not-known', law: '', why: '', registerVersion: 0 }
  const { label, law, why } = standingUnder(rules.register, facts)
  return { label, law, why, registerVersion: rules.version }
}

/** Keeps the register from changing until the transaction ends: nothing else holds up who changes it meanwhile. */
export async function holdRules(tx: Tx): Promise<void> {
  await tx.$executeRaw`LOCK TABLE "law_register" IN ROW SHARE MODE`
}
