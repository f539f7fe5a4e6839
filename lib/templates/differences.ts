import 'server-only'
import type { TemplateContent, TemplateField } from './schema'
import { FIELD_TYPES, PLACES } from './vocabulary'

/** What one version of the template changes about another, a sentence each. */
export function differencesBetween(older: TemplateContent, newer: TemplateContent): string[] {
  const known = new Map(older.fields.map((field) => [field.key, field]))
  const left = new Set(newer.fields.map(({ key }) => key))
  return [
    ...newer.fields.flatMap((field) => {
      const before = known.get(field.key)
      return before ? changesOf(before, field) : [added(field)]
    }),
    ...older.fields.filter(({ key }) => !left.has(key)).map(({ label }) => `“${label}” was taken out.`),
    ...reordered(older, newer),
  ]
}

function added({ label, type, required, after }: TemplateField): string {
  const needed = required ? ', required' : ''
  return `“${label}” was added (${FIELD_TYPES[type].name.toLowerCase()}${needed}), after ${placeOf(after)}.`
}

function changesOf(before: TemplateField, after: TemplateField): string[] {
  const name = `“${after.label}”`
  const said: [boolean, string][] = [
    [before.label !== after.label, `“${before.label}” is now called ${name}.`],
    [!before.retired && after.retired, `${name} was retired: no longer asked, kept where it was answered.`],
    [before.retired && !after.retired, `${name} was brought back.`],
    [before.type !== after.type, `${name} now takes another kind of answer: ${typeOf(after)}.`],
    [before.help !== after.help, `The help of ${name} was changed.`],
    [!before.required && after.required, `${name} is now required of new case studies.`],
    [before.required && !after.required, `${name} is no longer required.`],
    [before.unit !== after.unit, `The unit of ${name} is now ${after.unit || 'left out'}.`],
    [before.after !== after.after, `${name} moved: it now stands after ${placeOf(after.after)}.`],
  ]
  return [...said.filter(([isSo]) => isSo).map(([, sentence]) => sentence), ...optionChanges(before, after)]
}

function optionChanges(before: TemplateField, { label, options }: TemplateField): string[] {
  const known = new Map(before.options.map((option) => [option.key, option]))
  return options.flatMap((option) => {
    const old = known.get(option.key)
    const at = `“${label}”: the option “${option.label}”`
    if (!old) return [`${at} was added.`]
    if (old.label !== option.label) return [`“${label}”: “${old.label}” is now “${option.label}”.`]
    if (old.retired !== option.retired) return [`${at} was ${option.retired ? 'retired' : 'brought back'}.`]
    return []
  })
}

function reordered(older: TemplateContent, newer: TemplateContent): string[] {
  const order = ({ fields }: TemplateContent, others: TemplateContent) =>
    fields.filter(({ key }) => others.fields.some((other) => other.key === key)).map(({ key }) => key)
  return order(older, newer).join() === order(newer, older).join() ? [] : ['The order of the fields changed.']
}

function typeOf({ type }: TemplateField): string {
  return FIELD_TYPES[type].name.toLowerCase()
}

function placeOf(place: TemplateField['after']): string {
  return place === 'end' ? 'everything else' : PLACES[place]
}
