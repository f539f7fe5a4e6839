import 'server-only'
import { db } from '@/lib/platform/db'
import { done, type Outcome } from '@/lib/platform/outcome'
import type { ChangeFault } from './desk'
import { type Effect, effectOf } from './effect'
import { tryOut } from './hierarchy'
import type { Proposal } from './schema'

/** What a proposal would touch today, or what keeps it from being applied. Nothing is written. */
export async function previewChange(proposal: Proposal): Promise<Outcome<Effect, ChangeFault>> {
  const tried = await tryOut(db, proposal)
  return tried.ok ? done(await effectOf(proposal)) : tried
}
