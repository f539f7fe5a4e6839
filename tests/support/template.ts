import { saveTemplateDraft } from '@/lib/templates/draft'
import { publishTemplate } from '@/lib/templates/publish'
import { findTemplateDraft, findTemplates } from '@/lib/templates/queries'
import type { TemplateContent, TemplateField } from '@/lib/templates/schema'
import type { SignedIn } from '@/lib/users/access'
import { value } from './builders'

/** A field of the template: a long text called "Lessons" that stands after the impact, unless said otherwise. */
export function aField(changes: Partial<TemplateField> = {}): TemplateField {
  return {
    key: 'lessons',
    label: 'Lessons',
    help: '',
    type: 'long',
    unit: '',
    options: [],
    required: false,
    after: 'impact',
    retired: false,
    ...changes,
  }
}

export function options(...labels: string[]) {
  return labels.map((label) => ({ key: label.toLowerCase(), label, retired: false }))
}

export async function standing(editor: SignedIn): Promise<number> {
  return (await findTemplateDraft(editor))?.standing ?? 0
}

/** Publishes the next version of the template with these fields and gives its number. */
export async function aTemplate(editor: SignedIn, change: (fields: TemplateField[]) => TemplateField[]) {
  const { current } = await findTemplates()
  const content: TemplateContent = { fields: change(current.fields) }
  const draft = value(await saveTemplateDraft(editor, { content, standing: await standing(editor) }))
  return value(await publishTemplate(editor, { note: 'For a test', standing: draft }))
}
