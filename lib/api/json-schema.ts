import 'server-only'
import { z } from 'zod'

export type Json = string | number | boolean | null | undefined | Json[] | { [name: string]: Json }
type Direction = 'input' | 'output'

/** Named JSON Schemas of what is sent ("input") or given ("output"), ready for an OpenAPI document. */
export function schemasOf(schemas: z.ZodType[], io: Direction): Record<string, Json> {
  return Object.assign({}, ...schemas.map((schema) => definitionsOf(schema, io)))
}

/** The fields of an object, for parameters. */
export function propertiesOf(schema: z.ZodType) {
  const made = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12', override: plainer('input') })
  const required = made.required ?? []
  return Object.entries(made.properties ?? {}).map(([name, field]) => {
    return { name, required: required.includes(name), schema: field as { [name: string]: Json } }
  })
}

function definitionsOf(schema: z.ZodType, io: Direction): Record<string, Json> {
  const made = z.toJSONSchema(schema, { io, target: 'draft-2020-12', override: plainer(io) })
  const text = JSON.stringify(made.$defs ?? {}).replaceAll('#/$defs/', '#/components/schemas/')
  return JSON.parse(text) as Record<string, Json>
}

type Override = NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']

function plainer(io: Direction): Override {
  return ({ zodSchema, jsonSchema }) => {
    // What is read as text and made a number loses its default on the way.
    const usual = z.globalRegistry.get(zodSchema)?.default
    if (usual !== undefined) jsonSchema.default = usual as number
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    if (jsonSchema.format) delete jsonSchema.pattern
    // Answers may gain fields, and programs written today must go on working; what is sent is read strictly.
    if (io === 'output') delete jsonSchema.additionalProperties
  }
}
