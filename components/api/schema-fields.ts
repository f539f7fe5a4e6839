/** As much of JSON Schema as the description of the API uses. */
export type Schema = {
  type?: string
  format?: string
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  enum?: string[]
  $ref?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  default?: unknown
  readOnly?: boolean
}
export type Field = { path: string; required: boolean; kind: string; choices: string[]; about: string }

/** Every field of a schema in its order, those inside others by their path: `results[].measure`. */
export function fieldsOf(schema: Schema, prefix = ''): Field[] {
  return Object.entries(schema.properties ?? {})
    .filter(([, field]) => !field.readOnly)
    .flatMap(([name, field]) => {
      const path = prefix + name
      const plain = withoutNull(field)
      const required = schema.required?.includes(name) ?? false
      const about = field.description ?? plain.description ?? ''
      const choices = plain.enum ?? plain.items?.enum ?? []
      const own = { path, required, kind: kindOf(field), choices, about }
      if (plain.items) return [own, ...fieldsOf(plain.items, `${path}[].`)]
      return [own, ...fieldsOf(plain, `${path}.`)]
    })
}

/** The name of another schema that this one points to. */
export function nameIn(schema: Schema | undefined): string {
  return schema?.$ref?.split('/').pop() ?? ''
}

function withoutNull(schema: Schema): Schema {
  return schema.anyOf?.find(({ type }) => type !== 'null') ?? schema
}

function kindOf(schema: Schema): string {
  const plain = withoutNull(schema)
  const orNull = plain === schema ? '' : ' or null'
  if (plain.$ref) return `${nameIn(plain)}${orNull}`
  if (plain.items) {
    const most = plain.maxItems ? `, at most ${plain.maxItems}` : ''
    return `list of ${nameIn(plain.items) || WORDS[plain.items.type ?? ''] || 'texts'}${most}${orNull}`
  }
  return `${plain.enum ? 'one of these' : (WORD[plain.type ?? ''] ?? 'text')}${limitOf(plain)}${orNull}`
}

const WORD: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  boolean: 'true or false',
  object: 'object',
}
const WORDS: Record<string, string> = { string: 'texts', integer: 'numbers', object: 'objects' }

function limitOf({ maxLength, minimum, maximum, format }: Schema): string {
  if (format === 'date-time') return ', a time'
  if (maxLength) return ` up to ${maxLength.toLocaleString('en-GB')}`
  return minimum !== undefined && maximum !== undefined
    ? `, ${minimum} to ${maximum.toLocaleString('en-GB')}`
    : ''
}
