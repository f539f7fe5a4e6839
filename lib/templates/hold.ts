import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { TemplateContent } from './schema'

export type HeldTemplate = {
  current: { version: number; fields: TemplateContent['fields'] }
  draft: TemplateContent | null
  /** Where the draft stands: see `standingOf`. */
  standing: number
}

/** Holds the template against other editors until the transaction ends, and says where it stands. */
export async function holdTemplate(tx: Tx): Promise<HeldTemplate> {
  await tx.$executeRaw`LOCK TABLE "template" IN SHARE ROW EXCLUSIVE MODE`
  const [newest, draft] = await Promise.all([
    tx.template.findFirst({ orderBy: { version: 'desc' } }),
    tx.templateDraft.findUnique({ where: { id: 1 } }),
  ])
  const { fields } = (newest?.content as TemplateContent | undefined) ?? { fields: [] }
  const current = { version: newest?.version ?? 1, fields }
  return {
    current,
    draft: draft && (draft.content as TemplateContent),
    standing: standingOf(current.version, draft),
  }
}

/**
 * What an editor has been looking at, as one number: the save of the draft, or minus the published version where there
 * is no draft. No two drafts share a number, so that what was discarded is not taken for what came after it.
 */
export function standingOf(published: number, draft: { version: number } | null): number {
  return draft?.version ?? -published
}
