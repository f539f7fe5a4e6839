import 'server-only'
import { nationOf } from '../nation'
import { LENS_BANDS, LENS_BODIES, LENS_NATIONS, type LensBand, type LensNation, type Us } from './vocabulary'

/**
 * Reads who is reading from an address: "scotland.scottish-council.above", or the three apart as a form sends them. What
 * it does not understand is left out; without a nation there is no choice (null).
 */
export function readUs(typed: string | string[] | undefined): Us | null {
  const { nation, body = '', band = '' } = readTyped(typed)
  return nation ? { nation, body, band } : null
}

/** What was chosen so far, where a form was sent without a nation; null where nobody asked. */
export function readUnfinished(typed: string | string[] | undefined): Partial<Us> | null {
  const asked = [typed ?? []].flat().some(Boolean)
  return asked && !readUs(typed) ? readTyped(typed) : null
}

function readTyped(typed: string | string[] | undefined): Partial<Us> {
  const parts = [typed ?? []].flat().flatMap((part) => part.split('.'))
  const body = parts.find((part) => Object.hasOwn(LENS_BODIES, part))
  const said = parts.find((part): part is LensNation => Object.hasOwn(LENS_NATIONS, part))
  const band = parts.find((part): part is LensBand => Object.hasOwn(LENS_BANDS, part))
  return { nation: NATION_OF[body ?? ''] ?? said, body, band }
}

/** What somebody may start from who belongs to this body: its nation and kind, as far as they are known. */
export function usOfOrganisation({ region, type }: { region: string; type: string }): Partial<Us> {
  const place = nationOf(region)
  const named = Object.entries(LENS_NATIONS).find(([, name]) => name === place)
  const nation = NATION_OF[type] ?? (named?.[0] as LensNation | undefined)
  return { ...(nation ? { nation } : {}), ...(Object.hasOwn(LENS_BODIES, type) ? { body: type } : {}) }
}

/** Kinds of body that stand in one nation only, whatever else was chosen. */
const NATION_OF: Record<string, LensNation> = {
  'scottish-council': 'scotland',
  'welsh-council': 'wales',
  'ni-council': 'northern-ireland',
}
