import 'server-only'
import { log } from '@/lib/platform/log'
import type { Versions } from './batch'
import type { Refused, Sent } from './send'
import type { EngineState, Fault } from './standing'

const minute = 60_000
/** When a refused document is tried again; after the last it is parked until it changes. */
const pauses = [1 * minute, 5 * minute, 30 * minute]

type Faults = EngineState['faults']

/** Versions that are not to be sent yet: their time has not come, or they are parked. */
export function resting(faults: Faults, now: number): Versions {
  return Object.entries(faults).flatMap(([id, { version, next }]) =>
    next === null || Date.parse(next) > now ? [{ id, version }] : [],
  )
}

/** The faults after a batch: what was taken or is gone is no fault any more, and what was refused again waits longer. */
export function faultsAfter(faults: Faults, { taken, refused, gone }: Sent, now: number): Faults {
  const left = { ...faults }
  for (const id of [...taken.map((sent) => sent.id), ...gone]) delete left[id]
  for (const { id, version, why } of refused) left[id] = nextFault(faults[id], { id, version, why }, now)
  return left
}

function nextFault(known: Fault | undefined, { id, version, why }: Refused, now: number): Fault {
  const tries = known && known.version === version ? known.tries + 1 : 1
  const pause = pauses[tries - 1]
  log('warn', 'search engine refused a document', { document: id, tries, parked: pause === undefined })
  return { version, tries, why, next: pause === undefined ? null : new Date(now + pause).toISOString() }
}
