import { expect, test } from 'vitest'
import CacheHandler from '@/lib/platform/cache-handler.mjs'
import { createFreshness } from '@/lib/platform/publication/freshness.mjs'
import { answerWith } from '@/lib/platform/status'
import { withOurStatus } from '@/scripts/lib/guard.mjs'

type Kept = { kind: 'APP_PAGE'; html: string; rscData: null; headers: object; status?: number }
type Handler = {
  set: (key: string, value: Kept, context: object) => Promise<void>
  get: (key: string) => Promise<{ value: Kept } | null>
}

// A process that holds its lease, and to which nothing was published.
const { newest, isFresh } = createFreshness()
const clock = { now: newest, isFresh, mayServe: () => true }
Object.assign(globalThis, { [Symbol.for('cupboard.clock')]: clock })

/** Keeps a page that was rendered while `render` ran, as Next does, and answers the value that others wait for. */
async function keep(key: string, render: () => void): Promise<Kept> {
  const value: Kept = { kind: 'APP_PAGE', html: 'x', rscData: null, headers: {} }
  const response = { writeHead: () => undefined, getHeader: () => undefined, setHeader: () => undefined }
  await withOurStatus({ method: 'GET', headers: {} }, response, async () => {
    await Promise.resolve()
    render()
    await (new CacheHandler() as Handler).set(key, value, {})
  })
  return value
}

async function statusFor(key: string): Promise<number | undefined> {
  return (await (new CacheHandler() as Handler).get(key))?.value.status
}

test('a page that answered 410 answers it from the cache too, and to those who waited for it', async () => {
  const value = await keep('/gone', () => answerWith(410))
  expect(value.status).toBe(410)
  expect(await statusFor('/gone')).toBe(410)
})

test('an ordinary page keeps no status, and a missing one its own', async () => {
  await keep('/here', () => undefined)
  expect(await statusFor('/here')).toBeUndefined()
  const missing: Kept = { kind: 'APP_PAGE', html: 'x', rscData: null, headers: {}, status: 404 }
  await (new CacheHandler() as Handler).set('/missing', missing, {})
  expect(await statusFor('/missing')).toBe(404)
})
