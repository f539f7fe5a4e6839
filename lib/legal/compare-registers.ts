import 'server-only'
import { changedLaws, type Law, type Register } from './register'

/** How one law's entry differs: null before where it is new, null after where it was dropped. */
export type LawChange = { code: string; name: string; before: Law | null; after: Law | null }

/** The entries that are not the same in both registers, in the order of the newer one. */
export function compareRegisters(older: Register, newer: Register): LawChange[] {
  const entry = ({ laws }: Register, known: string) => laws.find(({ code }) => code === known) ?? null
  return changedLaws(older, newer)
    .map((code) => ({ code, before: entry(older, code), after: entry(newer, code) }))
    .map((change) => ({ ...change, name: (change.after ?? change.before)?.name ?? change.code }))
}
