import 'server-only'
import type { Answers } from './answers'
import type { Templates } from './queries'
import type { TemplateField } from './schema'

/** A field as a form asks it. */
export type AskedField = TemplateField & {
  /** Not asked any more, or not asked by the version that the page was written on: shown because it is answered. */
  kept: boolean
}
export type AskedTemplate = { version: number; fields: AskedField[] }

/**
 * What a form of this version of the template asks, in today's words: its fields as they are called now, and whatever
 * is answered besides. Only what that version itself required is required.
 */
export function askedBy({ current, all }: Templates, version: number, answered: Answers = {}): AskedTemplate {
  const then = new Map(
    all.find((each) => each.version === version)?.fields.map((field) => [field.key, field]),
  )
  const fields = current.fields.flatMap((field) => {
    const before = then.get(field.key)
    const asks = before !== undefined && !before.retired && !field.retired
    if (asks) return [{ ...field, required: before.required, kept: false }]
    return (answered[field.key]?.length ?? 0) > 0 ? [{ ...field, required: false, kept: true }] : []
  })
  return { version, fields }
}

/** Keys of the fields that a page written on this version must answer. */
export function requiredBy(templates: Templates, version: number): Set<string> {
  const { fields } = askedBy(templates, version)
  return new Set(fields.filter(({ required }) => required).map(({ key }) => key))
}

const graceMs = 24 * 60 * 60 * 1000

/**
 * The version that a new page is written on: the current one, or the one that its form showed when that was replaced
 * less than a day ago, so that nobody is asked at the last moment for what the form did not ask.
 */
export function versionForNew({ current, all }: Templates, sent: number, at: Date): number {
  if (!all.some(({ version }) => version === sent)) return current.version
  const next = all.find(({ version }) => version === sent + 1)
  const isRecent = next !== undefined && at.getTime() - Date.parse(next.createdAt) < graceMs
  return isRecent ? sent : current.version
}

/** The version that a page stands on after an edit: as sent, where there is such a version; the first otherwise. */
export function versionForEdit({ all }: Templates, sent: number): number {
  return all.some(({ version }) => version === sent) ? sent : 1
}
