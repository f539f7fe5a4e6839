import type { Template } from '@/lib/templates/queries'
import type { TemplateField } from '@/lib/templates/schema'
import { DataTable } from '../ui/data-table'

const JSON_KINDS: Record<TemplateField['type'], string> = {
  text: 'Text, one line',
  long: 'Text, Markdown',
  number: 'Number',
  money: 'Number, in pounds',
  date: 'Text: 2004, 2004-11 or 2004-11-20',
  'yes-no': 'true, false or "unknown"',
  'one-of': 'Text, the key of one option',
  'many-of': 'List of keys of options',
  link: 'Text, a web address',
}

/** The fields that the template has of its own today, as programs send and are given them. */
export function OwnFieldsGuide({ template }: { template: Template }) {
  const fields = template.fields.filter(({ retired }) => !retired)
  return (
    <>
      <p>
        Editors add fields to the template without a change of this interface. They stand under{' '}
        <code>extra</code> by their keys, which never change; their names may. <code>template</code> says
        which version a case study was written on. The current one is {template.version}.
      </p>
      {fields.length > 0 ? (
        <DataTable
          caption={`The fields of template version ${template.version}`}
          hideCaption
          columns={[{ label: 'Field' }, { label: 'Name' }, { label: 'Kind' }, { label: 'Options' }]}
          rows={fields.map((field) => ({ key: field.key, cells: cellsOf(field) }))}
        />
      ) : (
        <p>It has no fields of its own yet.</p>
      )}
    </>
  )
}

function cellsOf({ key, label, type, unit, options, required }: TemplateField) {
  return [
    <code key="path">extra.{key}</code>,
    label,
    `${JSON_KINDS[type]}${unit ? `, in ${unit}` : ''}${required ? ', needed' : ''}`,
    options
      .filter(({ retired }) => !retired)
      .map((option) => `${option.key} (${option.label})`)
      .join(', '),
  ]
}
