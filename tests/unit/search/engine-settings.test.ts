import { afterEach, expect, test } from 'vitest'
import { env } from '@/lib/platform/env'
import { checkSearchEngine } from '@/scripts/lib/environment.mjs'

const NAMES = ['SEARCH_ENGINE', 'MEILISEARCH_URL', 'MEILISEARCH_ADMIN_KEY', 'MEILISEARCH_SEARCH_KEY']
const before = NAMES.map((name) => [name, process.env[name]] as const)
afterEach(() => {
  for (const [name, value] of before)
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
})

function set(values: Record<string, string>) {
  for (const name of NAMES) delete process.env[name]
  Object.assign(process.env, values)
}
const whole = {
  SEARCH_ENGINE: 'meilisearch',
  MEILISEARCH_URL: 'http://127.0.0.1:7700',
  MEILISEARCH_ADMIN_KEY: 'may-write',
  MEILISEARCH_SEARCH_KEY: 'may-search',
}

test('without settings PostgreSQL answers searches', () => {
  set({})
  expect(() => checkSearchEngine()).not.toThrow()
  expect(env.searchEngine).toBe('postgres')
})

test('Meilisearch needs its address and both keys', () => {
  set(whole)
  expect(() => checkSearchEngine()).not.toThrow()
  expect(env.meilisearch).toMatchObject({
    url: whole.MEILISEARCH_URL,
    index: expect.stringMatching(/^cupboard/),
  })
  for (const name of NAMES.slice(1)) {
    set({ ...whole, [name]: '' })
    expect(() => checkSearchEngine()).toThrow(`SEARCH_ENGINE=meilisearch needs ${name}.`)
    expect(() => env.meilisearch).toThrow(`${name} is not set.`)
  }
})

test('an engine or an address that is none is refused in a sentence', () => {
  set({ SEARCH_ENGINE: 'elastic' })
  expect(() => checkSearchEngine()).toThrow(
    'SEARCH_ENGINE is "elastic". Set it to postgres or to meilisearch.',
  )
  expect(() => env.searchEngine).toThrow('SEARCH_ENGINE is "elastic".')
  set({ ...whole, MEILISEARCH_URL: 'localhost:7700' })
  expect(() => checkSearchEngine()).toThrow('MEILISEARCH_URL is not an address.')
  expect(() => env.meilisearch).toThrow('MEILISEARCH_URL is not an address.')
})
