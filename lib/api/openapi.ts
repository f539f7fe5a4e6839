import 'server-only'
import type { z } from 'zod'
import { perMinute } from '@/lib/platform/rate-limit'
import { conflictAnswer, problemAnswer } from './answers-lists'
import { EXAMPLE, exampleAnswer } from './example'
import { type Json, propertiesOf, schemasOf } from './json-schema'
import type { AnyOperation, HeaderFact } from './operation'
import { OPERATIONS } from './operations/all'
import { apiPath } from './paths'
import { PROBLEMS, type ProblemKind, problem } from './problems'

/** The description of the API, made from what answers it (OpenAPI 3.1). */
export function openApi() {
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Sustainable Procurement Cupboard API',
      version: '1',
      description: [
        'Read and write case studies of sustainable procurement. Reading needs no token.',
        `A minute allows ${perMinute('api-read')} reads and ${perMinute('api-write')} changes: counted by account with a token, by network address without.`,
        'Answers may gain fields: pass over those that you do not know. What you send is read strictly, so that a misspelt field shows.',
      ].join(' '),
    },
    servers: [{ url: apiPath }],
    security: [{}, { token: [] }],
    paths: pathsOf(OPERATIONS),
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A personal token, made at /account/tokens: one that may only read, or one that may write too.',
        },
      },
      schemas: schemas(),
    },
  } as const
}

export type OpenApi = ReturnType<typeof openApi>

/** Every kind of problem with the address that explains it. */
export function problemTypes() {
  const kinds = Object.keys(PROBLEMS) as ProblemKind[]
  return kinds.map((kind) => ({
    kind,
    ...PROBLEMS[kind],
    example: problem(kind).body as Record<string, Json>,
  }))
}

function schemas(): Record<string, Json> {
  const given = OPERATIONS.flatMap(({ answers }) => answers.map(({ schema }) => schema))
  const sent = OPERATIONS.flatMap(({ body }) => (body ? [body] : []))
  return { ...schemasOf(sent, 'input'), ...schemasOf([...given, problemAnswer, conflictAnswer], 'output') }
}

function pathsOf(operations: AnyOperation[]): Record<string, Record<string, Described>> {
  const paths: Record<string, Record<string, Described>> = {}
  for (const operation of operations)
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: describe(operation),
    }
  return paths
}

export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  example?: string
  schema: { [name: string]: Json }
}
export type Described = {
  operationId: string
  summary: string
  description?: string
  security: Record<string, string[]>[]
  parameters: Parameter[]
  requestBody?: { required: true; content: { [type: string]: { schema: Json; example: unknown } } }
  responses: { [status: string]: DescribedAnswer }
}
export type DescribedAnswer = {
  description: string
  headers?: Record<string, { description: string; schema: Json; example?: string }>
  content?: Record<string, { schema: Json; example?: unknown }>
  links?: Record<string, Json>
}

function describe(operation: AnyOperation): Described {
  const { id, summary, description, access, body } = operation
  return {
    operationId: id,
    summary,
    ...(description ? { description } : {}),
    security: access === 'open' ? [{}, { token: [] }] : [{ token: [] }],
    parameters: parametersOf(operation),
    ...(body ? { requestBody: requestBody(body) } : {}),
    responses: responsesOf(operation),
  }
}

function requestBody(body: z.ZodType) {
  const content = { 'application/json': { schema: reference(body), example: EXAMPLE } }
  return { required: true as const, content }
}

const IF_NONE_MATCH: HeaderFact = {
  name: 'If-None-Match',
  description: 'The `ETag` of what you have. When it is still the same, the answer is 304 without a body.',
  example: '"3"',
}

function parametersOf({ path, method, query, requestHeaders = [] }: AnyOperation): Parameter[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path' as const,
    required: true,
    description: name === 'n' ? 'The number of the version.' : 'The id. It is never reused.',
    schema: { type: 'integer', minimum: 1, maximum: 999_999_999 },
  }))
  const inQuery = propertiesOf(query).map(({ name, required, schema: { description, ...schema } }) => {
    const words = typeof description === 'string' ? { description } : {}
    return { name, in: 'query' as const, required, ...words, schema }
  })
  const headers = method === 'GET' ? [IF_NONE_MATCH, ...requestHeaders] : requestHeaders
  return [...inPath, ...inQuery, ...headers.map(headerParameter)]
}

function headerParameter(fact: HeaderFact): Parameter {
  const { name, description, example, required = false, pattern, maxLength } = fact
  const schema = { type: 'string', ...(pattern ? { pattern } : {}), ...(maxLength ? { maxLength } : {}) }
  return { name, in: 'header', required, description, example, schema }
}

function responsesOf(operation: AnyOperation): Record<string, DescribedAnswer> {
  const responses: Record<string, DescribedAnswer> = {}
  for (const { status, description, schema, headers = [] } of operation.answers)
    responses[status] = {
      description,
      headers: headersOf(headers),
      content: { 'application/json': { schema: reference(schema), ...exampleOf(schema) } },
      ...(nameOf(schema).endsWith('CaseStudy') ? { links: LINKS } : {}),
    }
  if (operation.method === 'GET') responses[304] = { description: 'You have it already.' }
  if (operation.moves) responses[301] = MOVED
  for (const [status, kinds] of problemsOf(operation)) responses[status] = problemAnswerOf(kinds)
  return responses
}

const MOVED: DescribedAnswer = {
  description: 'It was merged into another case study, which is at `Location`.',
  headers: { Location: { description: 'The other case study.', schema: { type: 'string', format: 'uri' } } },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** What can be done next with a case study that was answered. */
const LINKS = {
  read: { operationId: 'readCaseStudy', parameters: { 'path.id': '$response.body#/id' } },
  change: {
    operationId: 'replaceCaseStudy',
    parameters: { 'path.id': '$response.body#/id', 'header.If-Match': '$response.header.ETag' },
  },
  history: { operationId: 'listRevisions', parameters: { 'path.id': '$response.body#/id' } },
}

/** The problems that an operation can answer, by status: its own and those of every request. */
export function problemsOf({ access, problems }: AnyOperation): [number, ProblemKind[]][] {
  const kinds: ProblemKind[] = [
    'unreadable',
    'unknown-token',
    'long-address',
    'invalid',
    'too-many',
    ...problems,
  ]
  if (access !== 'open') kinds.push('no-token')
  if (access === 'write') kinds.push('read-only', 'waits-for-review')
  const byStatus = new Map<number, ProblemKind[]>()
  for (const kind of (Object.keys(PROBLEMS) as ProblemKind[]).filter((each) => kinds.includes(each)))
    byStatus.set(PROBLEMS[kind].status, [...(byStatus.get(PROBLEMS[kind].status) ?? []), kind])
  return [...byStatus]
}

function problemAnswerOf(kinds: ProblemKind[]): DescribedAnswer {
  const [first] = kinds as [ProblemKind]
  const schema = { $ref: `#/components/schemas/${first === 'conflict' ? 'Conflict' : 'Problem'}` }
  const example = first === 'conflict' ? {} : { example: problem(first).body }
  return {
    description: kinds.map((kind) => `${PROBLEMS[kind].title} (\`${kind}\`).`).join(' '),
    headers: headersOf(PROBLEM_HEADERS[first] ?? []),
    content: { 'application/problem+json': { schema, ...example } },
  }
}

const challenge = {
  name: 'WWW-Authenticate',
  description: 'That a token is needed, and what is wrong with the one sent.',
  example: 'Bearer realm="Sustainable Procurement Cupboard"',
}
const PROBLEM_HEADERS: Partial<Record<ProblemKind, HeaderFact[]>> = {
  'no-token': [challenge],
  'unknown-token': [challenge],
  'too-many': [{ name: 'Retry-After', description: 'Seconds to wait.', example: '20', pattern: '^[0-9]+$' }],
  conflict: [{ name: 'ETag', description: 'The version that is published now.', example: '"4"' }],
}

function headersOf(facts: HeaderFact[]) {
  return Object.fromEntries(
    facts.map((fact) => {
      const { name, description, example, schema } = headerParameter(fact)
      return [name, { description: description as string, example, schema }]
    }),
  )
}

function exampleOf(schema: z.ZodType): { example?: unknown } {
  if (nameOf(schema) === 'CaseStudy') return { example: exampleAnswer() }
  return nameOf(schema) === 'SavedCaseStudy' ? { example: { ...exampleAnswer(), merged: false } } : {}
}

function nameOf(schema: z.ZodType): string {
  return String(schema.meta()?.id ?? '')
}

function reference(schema: z.ZodType) {
  return { $ref: `#/components/schemas/${nameOf(schema)}` }
}
