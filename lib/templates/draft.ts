import 'server-only'
import { randomInt } from 'node:crypto'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import type { SignedIn } from '@/lib/users/access'
import { canEditTemplate } from './access'
import { breachOf } from './change'
import { holdTemplate } from './hold'
import { type TemplateContent, templateContent } from './schema'

export type DraftRefusal = 'not-allowed' | 'moved' | 'type-fixed' | 'gone'

/**
 * Keeps the draft of the next version, on top of what the editor has been looking at (`standing`). Refuses 'moved' when
 * somebody has saved, published or discarded it since, 'type-fixed' when a published field would take another kind of
 * answer, and 'gone' when one would be missing. Gives where the draft stands now.
 */
export async function saveTemplateDraft(
  viewer: SignedIn,
  { content, standing }: { content: TemplateContent; standing: number },
): Promise<Outcome<number, DraftRefusal>> {
  if (!canEditTemplate(viewer)) return refused('not-allowed')
  return db.$transaction(async (tx) => {
    const held = await holdTemplate(tx)
    if (held.standing !== standing) return refused('moved')
    const breach = breachOf(content, held.current.fields)
    if (breach) return refused(breach)

    const version = held.draft ? standing + 1 : randomInt(1, 1_000_000_000)
    const row = { content: templateContent.parse(content), version, actorId: viewer.actorId, savedAt: now() }
    await tx.templateDraft.upsert({ where: { id: 1 }, create: { id: 1, ...row }, update: row })
    return done(row.version)
  })
}

/** Throws the draft away; the published versions stay. Refuses 'moved' when somebody has saved it since. */
export async function discardTemplateDraft(
  viewer: SignedIn,
  { standing }: { standing: number },
): Promise<Outcome<null, DraftRefusal>> {
  if (!canEditTemplate(viewer)) return refused('not-allowed')
  const { count } = await db.templateDraft.deleteMany({ where: { id: 1, version: standing } })
  return count === 1 ? done(null) : refused('moved')
}
