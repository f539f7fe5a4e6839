import { REGIONS } from '@/lib/organisations/vocabulary'
import type { UkNation } from './vocabulary'

const OWN: Record<string, UkNation | 'Not UK' | null> = {
  Wales: 'Wales',
  Scotland: 'Scotland',
  'Northern Ireland': 'Northern Ireland',
  Europe: 'Not UK',
  'UK-wide': null,
}

/** The nation in which a region lies; null for a body that works across nations, or whose region is not known. */
export function nationOf(region: string): UkNation | 'Not UK' | null {
  if (!(REGIONS as readonly string[]).includes(region)) return null
  const own = OWN[region]
  return own === undefined ? 'England' : own
}
