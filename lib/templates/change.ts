import 'server-only'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { keyOf } from './key'
import { fieldsMax, optionsMax } from './limits'
import type { FieldForm, FieldMove, TemplateContent, TemplateField } from './schema'

export type FieldRefusal =
  | 'no-field'
  | 'label-taken'
  | 'type-fixed'
  | 'few-options'
  | 'option-twice'
  | 'too-many'
  | 'published'
type Changed = Outcome<{ content: TemplateContent; key: string }, FieldRefusal>

/** The template with one field added or changed. `published` are the fields of the newest published version. */
export function withField(content: TemplateContent, form: FieldForm, published: TemplateField[]): Changed {
  const before = content.fields.find(({ key }) => key === form.key)
  if (form.key && !before) return refused('no-field')
  if (!before && content.fields.length >= fieldsMax) return refused('too-many')
  const others = content.fields.filter((field) => field !== before)
  if (others.some(({ label, retired }) => !retired && sameWords(label, form.label)))
    return refused('label-taken')
  const asPublished = published.find(({ key }) => key === form.key)
  if (asPublished && asPublished.type !== form.type) return refused('type-fixed')

  const options = optionsOf(form, before)
  if (!options.ok) return options
  const key =
    before?.key ??
    keyOf(
      form.label,
      content.fields.map((field) => field.key),
    )
  const { label, help, type, required, after } = form
  const unit = type === 'number' ? form.unit : ''
  const retired = before?.retired ?? false
  const field = { key, label, help, type, unit, options: options.value, required, after, retired }
  const fields = before
    ? content.fields.map((each) => (each === before ? field : each))
    : [...content.fields, field]
  return done({ content: { fields }, key })
}

/** The template after one press of a button beside a field. A field that was published is retired, never removed. */
export function withMove(
  content: TemplateContent,
  { key, move }: { key: string; move: FieldMove },
  published: TemplateField[],
): Changed {
  const { fields } = content
  const field = fields.find((each) => each.key === key)
  if (!field) return refused('no-field')
  if (move === 'remove') {
    if (published.some((each) => each.key === key)) return refused('published')
    return done({ content: { fields: fields.filter((each) => each !== field) }, key })
  }
  if (move === 'up' || move === 'down')
    return done({ content: { fields: stepped(fields, field, move) }, key })
  const retired = move === 'retire'
  if (
    !retired &&
    fields.some((each) => each !== field && !each.retired && sameWords(each.label, field.label))
  )
    return refused('label-taken')
  return done({
    content: { fields: fields.map((each) => (each === field ? { ...each, retired } : each)) },
    key,
  })
}

/**
 * Why this content cannot follow the published one, or null: a published field is never gone and keeps its type and
 * its options' keys.
 */
export function breachOf(content: TemplateContent, published: TemplateField[]): 'type-fixed' | 'gone' | null {
  for (const before of published) {
    const after = content.fields.find(({ key }) => key === before.key)
    if (!after) return 'gone'
    if (after.type !== before.type) return 'type-fixed'
    const keys = new Set(after.options.map(({ key }) => key))
    if (before.options.some(({ key }) => !keys.has(key))) return 'gone'
  }
  return new Set(content.fields.map(({ key }) => key)).size === content.fields.length ? null : 'gone'
}

function sameWords(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** Options that there were stay under their keys; those typed below are added. */
function optionsOf(
  { type, options, newOptions }: FieldForm,
  before: TemplateField | undefined,
): Outcome<TemplateField['options'], FieldRefusal> {
  if (type !== 'one-of' && type !== 'many-of') return done([])
  const kept = (before?.options ?? []).map(
    (option) => options.find(({ key }) => key === option.key) ?? option,
  )
  const all = [...kept]
  for (const label of newOptions) {
    const taken = all.map(({ key }) => key)
    all.push({ key: keyOf(label, taken), label, retired: false })
  }
  const offered = all.filter(({ retired }) => !retired)
  if (offered.length < 2) return refused('few-options')
  if (all.length > optionsMax) return refused('too-many')
  const words = new Set(offered.map(({ label }) => label.toLowerCase()))
  return words.size === offered.length ? done(all) : refused('option-twice')
}

/** One step up or down among the fields that stand at the same place. */
function stepped(fields: TemplateField[], field: TemplateField, move: 'up' | 'down'): TemplateField[] {
  const beside = fields.filter((each) => each.after === field.after && each.retired === field.retired)
  const other = beside[beside.indexOf(field) + (move === 'up' ? -1 : 1)]
  if (!other) return fields
  return fields.map((each) => (each === field ? other : each === other ? field : each))
}
