import { expect } from 'vitest'
import { conflictAnswer, problemAnswer } from '@/lib/api/answers-lists'
import { endpoint } from '@/lib/api/endpoint'
import { problemsOf } from '@/lib/api/openapi'
import type { AnyOperation } from '@/lib/api/operation'
import { OPERATIONS } from '@/lib/api/operations/all'
import { createToken, type Scope } from '@/lib/api/tokens'
import { aPerson, value } from './builders'

type Asking = { token?: string; body?: unknown; headers?: Record<string, string> }
export type Answered = {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was answered
  body: any
}

/** Somebody with a token. */
export async function aProgram(scope: Scope = 'write', role: Parameters<typeof aPerson>[0] = 'contributor') {
  const person = await aPerson(role)
  const { value: token } = value(await createToken(person, { name: 'A program', scope }))
  return { person, token }
}

/** Asks the API as a program would, and holds every answer against its description. */
export async function ask(
  method: string,
  address: string,
  { token, body, headers }: Asking = {},
): Promise<Answered> {
  const url = new URL(`http://cupboard.example/api/v1${address}`)
  const { operations, params } = addressed(url.pathname.slice('/api/v1'.length))
  const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const request = new Request(url, {
    method,
    body: sent as string | undefined,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
  })
  const handlers = endpoint(...operations)
  const response = await handlers[method as keyof typeof handlers](request, {
    params: Promise.resolve(params),
  })
  const text = await response.text()
  const answered = {
    status: response.status,
    headers: response.headers,
    body: text ? JSON.parse(text) : null,
  }
  const operation = operations.find((each) => each.method === method)
  if (operation) expectDescribed(operation, answered)
  return answered
}

/** The status and the shape of an answer are those that the description promises. */
function expectDescribed(operation: AnyOperation, { status, headers, body }: Answered) {
  const given = operation.answers.find((answer) => answer.status === status)
  if (given) return given.schema.parse(body)
  if (status === 304) return expect(operation.method).toBe('GET')
  expect(headers.get('content-type')).toBe('application/problem+json')
  const { status: said } = (status === 409 ? conflictAnswer : problemAnswer).parse(body)
  expect(said).toBe(status)
  const described = problemsOf(operation).map(([number]) => number)
  expect([...described, ...(operation.moves ? [301] : [])]).toContain(status)
}

function addressed(path: string): { operations: AnyOperation[]; params: Record<string, string> } {
  const found = OPERATIONS.filter((operation) => patternOf(operation.path).test(path))
  const params = found[0] ? patternOf(found[0].path).exec(path)?.groups : {}
  return { operations: found, params: { ...params } }
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
}
