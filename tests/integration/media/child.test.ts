import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inChild } from '@/lib/media/child'
import { refused } from '@/lib/platform/outcome'
import { value } from '../../support/builders'

test('what hangs is killed, and so is what grows; neither takes anything along', async () => {
  const bounds = { milliseconds: 1500, megabytes: 32 }
  const [slow, large] = await Promise.all([
    inChild('tests/support/never-answers.mjs', {}, bounds),
    inChild('tests/support/grows.mjs', {}, { ...bounds, milliseconds: 15_000 }),
  ])
  expect(slow).toEqual(refused('too-slow'))
  expect(large).toEqual(refused('failed'))
})

test('it reads nothing outside, writes nothing, starts nothing and knows no secret', async () => {
  const message = { outside: '/etc/passwd', target: join(process.cwd(), 'test-results', 'stray.txt') }
  const bounds = { milliseconds: 10_000, megabytes: 64 }
  const denied = 'ERR_ACCESS_DENIED'
  expect(value(await inChild('tests/support/wanders.mjs', message, bounds))).toEqual([
    denied,
    denied,
    denied,
    'none there',
  ])
})

test('more at once wait for their turn and all get an answer', async () => {
  const missing = Array.from({ length: 6 }, () =>
    inChild('tests/support/no-such-program.mjs', {}, { milliseconds: 15_000, megabytes: 64 }),
  )
  expect(await Promise.all(missing)).toEqual(missing.map(() => refused('failed')))
})
