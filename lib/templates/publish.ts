import 'server-only'
import { emit } from '@/lib/outbox/emit'
import { published } from '@/lib/platform/cache'
import { now } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import { tags } from '@/lib/platform/tags'
import type { SignedIn } from '@/lib/users/access'
import { canEditTemplate } from './access'
import { breachOf } from './change'
import { differencesBetween } from './differences'
import { holdTemplate } from './hold'
import { FIRST_NOTE } from './queries'

export type PublishTemplateRefusal = 'not-allowed' | 'moved' | 'unchanged' | 'type-fixed' | 'gone'

/**
 * Publishes the draft as the next version of the template and gives its number. Case studies that were written on an
 * earlier version stay as they are. Refuses 'moved' when the draft is not the one that the editor was looking at, and
 * 'unchanged' when it says what the published version says.
 */
export async function publishTemplate(
  viewer: SignedIn,
  { note, standing }: { note: string; standing: number },
): Promise<Outcome<number, PublishTemplateRefusal>> {
  if (!canEditTemplate(viewer)) return refused('not-allowed')
  const outcome = await db.$transaction(async (tx): Promise<Outcome<number, PublishTemplateRefusal>> => {
    const { current, draft, standing: held } = await holdTemplate(tx)
    if (held !== standing) return refused('moved')
    if (!draft || differencesBetween(current, draft).length === 0) return refused('unchanged')
    const breach = breachOf(draft, current.fields)
    if (breach) return refused(breach)

    await writeFirst(tx)
    const version = current.version + 1
    const { actorId } = viewer
    await tx.template.create({ data: { version, content: draft, note, actorId, createdAt: now() } })
    await tx.templateDraft.deleteMany()
    await publishing(tx, [tags.template])
    await emit(tx, 'template.published', { version })
    return done(version)
  })
  if (outcome.ok) await published([tags.template])
  return outcome
}

/** Version 1, which has no fields of its own, where it is not there yet. */
export async function writeFirstTemplate(): Promise<void> {
  await writeFirst(db)
}

async function writeFirst(tx: Tx) {
  const first = { version: 1, content: { fields: [] }, note: FIRST_NOTE, actorId: null, createdAt: now() }
  await tx.template.createMany({ data: first, skipDuplicates: true })
}
