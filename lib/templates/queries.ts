import 'server-only'
import { cached } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import type { Viewer } from '@/lib/users/access'
import { authorsOf, FORMER } from '@/lib/users/names'
import { canEditTemplate } from './access'
import { standingOf } from './hold'
import type { TemplateContent, TemplateField } from './schema'

export type Template = {
  version: number
  fields: TemplateField[]
  note: string
  createdAt: string
  /** Null for the first, which came with the site. */
  by: string | null
}
/** Every published version, the newest first. There is always one. */
export type Templates = { current: Template; all: Template[] }

export const FIRST_NOTE = 'The template that came with the site: no fields of its own'

export function findTemplates(): Promise<Templates> {
  return cached(['templates'], [tags.template], async () => {
    const rows = await db.template.findMany({ orderBy: { version: 'desc' } })
    const authors = await authorsOf(rows.flatMap(({ actorId }) => actorId ?? []))
    const all = rows.map(({ version, content, note, actorId, createdAt }) => ({
      version,
      fields: (content as TemplateContent).fields,
      note,
      createdAt: createdAt.toISOString(),
      by: actorId && (authors.get(actorId) ?? FORMER).name,
    }))
    const [current = FIRST] = all
    return { current, all: all.length > 0 ? all : [FIRST] }
  })
}

const FIRST: Template = {
  version: 1,
  fields: [],
  note: FIRST_NOTE,
  createdAt: '1970-01-01T00:00:00.000Z',
  by: null,
}

/** What a change of a template's own field is called, by "extra.key": for histories and feeds. */
export async function fieldLabels(): Promise<Record<string, string>> {
  const { current } = await findTemplates()
  const names = current.fields.map(({ key, label }) => [`extra.${key}`, label])
  return { ...Object.fromEntries(names), template: 'Version of the template' }
}

export type TemplateDraft = {
  fields: TemplateField[]
  /** What the editor is looking at, to be sent along with every change. */
  standing: number
  isBegun: boolean
  by: string | null
  savedAt: string | null
}

/** The draft of the next version as it stands, or the current template where there is none; null for others. */
export async function findTemplateDraft(viewer: Viewer): Promise<TemplateDraft | null> {
  if (!canEditTemplate(viewer)) return null
  const [draft, { current }] = await Promise.all([
    db.templateDraft.findUnique({ where: { id: 1 } }),
    findTemplates(),
  ])
  const standing = standingOf(current.version, draft)
  if (!draft) return { fields: current.fields, standing, isBegun: false, by: null, savedAt: null }
  const author = (await authorsOf([draft.actorId])).get(draft.actorId) ?? FORMER
  const { fields } = draft.content as TemplateContent
  return { fields, standing, isBegun: true, by: author.name, savedAt: draft.savedAt.toISOString() }
}
