import { expect, test } from 'vitest'
import { Breaker } from '@/lib/search/breaker'

const second = 1000

function failing(times: number): Breaker {
  const breaker = new Breaker()
  for (let time = 0; time < times; time += 1) breaker.failed(0)
  return breaker
}

test('four failures in a row change nothing, the fifth stops the asking', () => {
  expect(failing(4).allows(1)).toBe(true)
  expect(failing(5).allows(1)).toBe(false)
})

test('a success between failures starts the count again', () => {
  const breaker = failing(4)
  breaker.succeeded()
  breaker.failed(0)
  expect(breaker.allows(1)).toBe(true)
})

test('after half a minute one goes first, and the others follow when it came back', () => {
  const breaker = failing(5)
  expect(breaker.allows(29 * second)).toBe(false)
  expect(breaker.allows(30 * second)).toBe(true)
  expect(breaker.allows(30 * second)).toBe(false)
  expect(breaker.open).toBe(true)
  breaker.succeeded()
  expect(breaker.allows(30 * second)).toBe(true)
  expect(breaker.open).toBe(false)
})

test('where the first one fails, it is another half minute', () => {
  const breaker = failing(5)
  expect(breaker.allows(31 * second)).toBe(true)
  breaker.failed(31 * second)
  expect(breaker.allows(60 * second)).toBe(false)
  expect(breaker.allows(61 * second)).toBe(true)
})
