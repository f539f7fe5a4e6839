import 'server-only'
import { LENS_BANDS, LENS_BODIES, LENS_NATIONS, type LensBand, type LensNation, type Us } from './vocabulary'

/**
 * Reads who is reading from an address: "scotland.scottish-council.above", or the three apart as a form sends them. What
 * it does not understand is left out; without a nation there is no choice (null).
 */
export function readUs(typed: string | string[] | undefined): Us | null {
  const parts = [typed ?? []].flat().flatMap((part) => part.split('.'))
  const body = parts.find((part) => Object.hasOwn(LENS_BODIES, part)) ?? ''
  const said = parts.find((part): part is LensNation => Object.hasOwn(LENS_NATIONS, part))
  const nation = NATION_OF[body] ?? said
  if (!nation) return null
  const band = parts.find((part): part is LensBand => Object.hasOwn(LENS_BANDS, part)) ?? ''
  return { nation, body, band }
}

/** What somebody may start from who belongs to this body: its nation and kind, as far as they are known. */
export function usOfOrganisation({ region, type }: { region: string; type: string }): Partial<Us> {
  const nation = NATION_OF[type] ?? NATION_OF_REGION[region] ?? (ENGLISH.has(region) ? 'england' : undefined)
  return { ...(nation ? { nation } : {}), ...(Object.hasOwn(LENS_BODIES, type) ? { body: type } : {}) }
}

/** Kinds of body that stand in one nation only, whatever else was chosen. */
const NATION_OF: Record<string, LensNation> = {
  'scottish-council': 'scotland',
  'welsh-council': 'wales',
  'ni-council': 'northern-ireland',
}

const NATION_OF_REGION: Record<string, LensNation> = {
  Wales: 'wales',
  Scotland: 'scotland',
  'Northern Ireland': 'northern-ireland',
}

const ENGLISH = new Set([
  'North East',
  'North West',
  'Yorkshire and the Humber',
  'East Midlands',
  'West Midlands',
  'East of England',
  'London',
  'South East',
  'South West',
])
