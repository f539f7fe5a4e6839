import 'server-only'
import { published } from '@/lib/platform/cache'
import { now } from '@/lib/platform/clock'
import { dateOfDay } from '@/lib/platform/day'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import { tags } from '@/lib/platform/tags'
import type { SignedIn } from '@/lib/users/access'
import { canPropose } from './access'
import { codesIn } from './change'
import type { ChangeFault, HeadingRow } from './desk'
import { tryOut } from './hierarchy'
import type { NewChange, Proposal } from './schema'

/** Puts a change of the hierarchy up for review by public bodies until its closing date. */
export async function proposeChange(
  viewer: SignedIn,
  { proposal, reason, closesOn }: NewChange,
): Promise<Outcome<{ id: number }, 'not-allowed' | ChangeFault>> {
  if (!canPropose(viewer)) return refused('not-allowed')
  const changed = await tryOut(db, proposal)
  if (!changed.ok) return changed

  const person = await db.person.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { organisationId: true },
  })
  const shown = [tags.taxonomy, tags.nomenclature]
  const change = await db.$transaction(async (tx) => {
    await publishing(tx, shown)
    return tx.categoryChange.create({
      data: {
        kind: proposal.kind,
        codes: codesIn(proposal),
        // With the names of today: the record says what was proposed, whatever they are called later.
        proposal: { ...proposal, names: namesIn(proposal, changed.value.all) },
        reason,
        proposedBy: viewer.actorId,
        organisationId: person.organisationId,
        openedAt: now(),
        closesOn: dateOfDay(closesOn),
      },
    })
  })
  await published(shown)
  return done({ id: change.id })
}

function namesIn(proposal: Proposal, rows: readonly HeadingRow[]): Record<string, string> {
  const parent = 'parent' in proposal ? [proposal.parent] : []
  const codes = [...codesIn(proposal), ...parent]
  return Object.fromEntries(rows.flatMap(({ code, name }) => (codes.includes(code) ? [[code, name]] : [])))
}
