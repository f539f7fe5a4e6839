import 'server-only'
import { bandsOf, codesOf, type Governed, lawsOf, ourLawOf, sameRules } from '../lens'
import { listLaws } from '../queries'
import type { Lens, SameRules, Us } from './vocabulary'

/** The laws and values that leave the rules of a current case the same as the reader's: for a query. */
export type OurRules = { laws: string[]; bands: string[] }

export type FoundLens = Lens & { ours: OurRules; of: (facts: Governed) => SameRules }

/** The register in force through the eyes of one body: what its own rules are, and how those of a case compare. */
export async function findLens(us: Us): Promise<FoundLens> {
  const register = { laws: await listLaws() }
  const laws = lawsOf(register, us)
  return {
    us,
    ourLaw: ourLawOf(laws),
    ours: { laws: codesOf(laws), bands: bandsOf(us) },
    of: (facts) => sameRules(register, us, facts),
  }
}

export async function findOurRules(us: Us): Promise<OurRules> {
  return (await findLens(us)).ours
}
