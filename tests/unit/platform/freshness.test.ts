import { describe, expect, test } from 'vitest'
import { createFreshness } from '@/lib/platform/publication/freshness.mjs'

describe('what a process knows of the publications', () => {
  test('what began before one of its tags was published is outdated, and only that', () => {
    const freshness = createFreshness()
    freshness.startAt(10)
    freshness.hear(11, ['page:1', 'everything'])

    expect(freshness.newest()).toBe(11)
    expect(freshness.isFresh(['page:1'], 10)).toBe(false)
    expect(freshness.isFresh(['page:1'], 11)).toBe(true)
    expect(freshness.isFresh(['page:2'], 10)).toBe(true)
    expect(freshness.isFresh([], 10)).toBe(true)
  })

  test('the number is reached with the last piece, the tags count from the first', () => {
    const freshness = createFreshness()
    freshness.startAt(10)
    freshness.hear(11, ['page:1'], false)
    expect(freshness.newest()).toBe(10)
    expect(freshness.isFresh(['page:1'], 10)).toBe(false)

    freshness.hear(11, ['page:2'])
    expect(freshness.newest()).toBe(11)
  })

  test('"*" outdates everything that began before', () => {
    const freshness = createFreshness()
    freshness.startAt(10)
    freshness.hear(11, ['*'])
    expect(freshness.isFresh([], 10)).toBe(false)
    expect(freshness.isFresh(['page:1'], 11)).toBe(true)
  })

  test('what was before a beginning is outdated, also of a number that was never heard of', () => {
    const freshness = createFreshness()
    expect(freshness.isFresh(['page:1'], Number.NaN)).toBe(false)
    freshness.startAt(10)
    freshness.hear(12, ['page:1'])
    freshness.startAt(20)
    expect(freshness.isFresh(['page:2'], 19)).toBe(false)
    expect(freshness.isFresh(['page:1'], 20)).toBe(true)
    // The database was put back to an earlier state.
    freshness.startAt(5)
    expect(freshness.newest()).toBe(20)
    expect(freshness.isFresh(['page:1'], 19)).toBe(false)
  })

  test('tags that are forgotten raise the floor: what may have shown them is outdated', () => {
    const freshness = createFreshness({ most: 4 })
    freshness.startAt(1)
    for (const number of [2, 3, 4, 5]) freshness.hear(number, [`page:${number}`])
    expect(freshness.isFresh(['page:9'], 1)).toBe(true)
    // Published again, so no longer the oldest.
    freshness.hear(6, ['page:2'])
    freshness.hear(7, ['page:7'])
    // page:3 was forgotten, and with it everything that began before it was published.
    expect(freshness.isFresh(['page:3'], 2)).toBe(false)
    expect(freshness.isFresh(['page:9'], 2)).toBe(false)
    expect(freshness.isFresh(['page:9'], 3)).toBe(true)
    expect(freshness.isFresh(['page:2'], 5)).toBe(false)
  })
})
