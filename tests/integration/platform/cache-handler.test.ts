import { afterAll, beforeAll, expect, test } from 'vitest'
import { published } from '@/lib/platform/cache'
import CacheHandler from '@/lib/platform/cache-handler.mjs'
import { db, pool } from '@/lib/platform/db'
import { ourClock } from '@/lib/platform/publication/ours.mjs'
import { publishing } from '@/lib/platform/publication/publishing'
import { until } from '@/tests/support/until'

type Page = { kind: 'APP_PAGE'; html: string; rscData: null; headers: Record<string, string> }
/** As Next makes one for each request. */
type Request = {
  set: (key: string, value: object, context: object) => Promise<void>
  get: (key: string) => Promise<{ value: Page } | null>
}
const request = () => new CacheHandler() as unknown as Request
const keep = 'x-cupboard-keep'

beforeAll(async () => {
  expect(await ourClock()?.mayServeWithin(10_000)).toBe(true)
})
afterAll(() => ourClock()?.close())

function aPage(html: string, tags = 'page:1,everything,_N_T_/layout'): Page {
  return { kind: 'APP_PAGE', html, rscData: null, headers: { 'x-next-cache-tags': tags } }
}

async function save(tags: string[]) {
  await db.$transaction((tx) => publishing(tx, tags))
  await published(tags)
}

async function kept(key: string): Promise<string | undefined> {
  return (await request().get(key))?.value.html
}

test('a page is kept until one of its tags is published, and not a moment after', async () => {
  await request().set('/kept', aPage('first'), {})
  expect(await kept('/kept')).toBe('first')
  await save(['page:2'])
  expect(await kept('/kept')).toBe('first')
  await save(['page:1'])
  expect(await kept('/kept')).toBeUndefined()
})

test('what was being rendered during an edit is never kept', async () => {
  const rendering = request()
  await save(['page:1'])
  await rendering.set('/in-flight', aPage('old'), {})
  expect(await kept('/in-flight')).toBeUndefined()

  const reading = request()
  await save(['law'])
  const result = { kind: 'FETCH', data: { body: 'old' }, tags: ['law'] }
  await reading.set('result', result, { tags: ['law'] })
  expect(await request().get('result')).toBeNull()
})

test('a page says when it began to be rendered and what it shows, to those who only waited for it too', async () => {
  const page = aPage('said')
  const startedAt = ourClock()?.now()
  const rendering = request()
  await save(['page:7'])
  await rendering.set('/said', page, {})
  expect(page.headers[keep]).toBe(`${startedAt} page:1,everything`)
  // Found right, it is as good as rendered now.
  expect((await request().get('/said'))?.value.headers[keep]).toBe(`${ourClock()?.now()} page:1,everything`)
  expect(ourClock()?.now()).toBeGreaterThan(startedAt as number)
})

test('nothing is answered from memory without a lease, nor what was kept before it was lost', async () => {
  await request().set('/cut', aPage('before'), {})
  expect(await kept('/cut')).toBe('before')
  await pool().query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE 'cupboard clock%'`,
  )
  await until(() => !ourClock()?.mayServe())
  expect(await kept('/cut')).toBeUndefined()
  expect(await ourClock()?.mayServeWithin(10_000)).toBe(true)
  expect(await kept('/cut')).toBeUndefined()
  await request().set('/cut', aPage('after'), {})
  expect(await kept('/cut')).toBe('after')
})
