import { DataTable } from '../ui/data-table'
import { CodeWords } from './code-words'
import { type Field, fieldsOf, type Schema } from './schema-fields'

type Props = { name: string; schema: Schema; sent: boolean }

/** The fields of one kind of object, folded until wanted. */
export function SchemaTable({ name, schema, sent }: Props) {
  const fields = fieldsOf(schema)
  return (
    <details className="schema">
      <summary>{name}</summary>
      {/* The address is inside, so that a link to it opens the fold. */}
      <div id={name}>
        {schema.description ? (
          <p>
            <CodeWords text={schema.description} />
          </p>
        ) : null}
        <DataTable
          caption={`The fields of ${name}`}
          hideCaption
          columns={[{ label: 'Field' }, { label: 'Kind' }, { label: 'About it' }]}
          rows={fields.map((field) => ({ key: field.path, cells: cellsOf(field, sent) }))}
        />
      </div>
    </details>
  )
}

function cellsOf({ path, required, kind, choices, about }: Field, sent: boolean) {
  return [
    <code key="path">{path}</code>,
    `${kind}${sent && required ? ', needed' : ''}`,
    <span key="about">
      <CodeWords text={about} />
      {about && choices.length > 0 ? ' ' : ''}
      {choices.map((choice, index) => (
        <span key={choice}>
          {index > 0 ? ', ' : ''}
          <code>{choice}</code>
        </span>
      ))}
    </span>,
  ]
}
