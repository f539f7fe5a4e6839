import { TYPES } from '@/lib/organisations/vocabulary'

/** The nations of the United Kingdom, as addresses name them. */
export const LENS_NATIONS = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
} as const

/** Kinds of body that buy under the law of one of those nations. */
export const LENS_BODIES: Record<string, string> = Object.fromEntries(
  Object.entries(TYPES).filter(([type]) => type !== 'european' && type !== 'supplier'),
)

export const LENS_BANDS = {
  below: 'Below the threshold',
  above: 'At or above the threshold',
} as const

export type LensNation = keyof typeof LENS_NATIONS
export type LensBand = keyof typeof LENS_BANDS

/** Who is reading, as far as the law is concerned. An empty body or band: not said. */
export type Us = { nation: LensNation; body: string; band: LensBand | '' }

/** An entry of the law register. */
export type LawName = { code: string; name: string }

/** What would govern a procurement that the reader began today, and what may apply instead to services that it lists. */
export type OurLaw = { general: LawName[]; special: LawName[] }

/** How the rules of a case compare with the reader's (null: it cannot be told), and the law that this is about. */
export type SameRules = { same: boolean | null; words: string; why: string; law: LawName | null }

/** Everything under the lens that a page shows beside its cases. */
export type Lens = { us: Us; ourLaw: OurLaw }
