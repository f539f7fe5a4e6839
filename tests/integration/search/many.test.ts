import { beforeAll, describe, expect, test } from 'vitest'
import { postgres } from '@/lib/search/engines/postgres/engine'
import type { Ask, SearchDocument } from '@/lib/search/schema'
import { aDocument, askFor, keep, texts } from '@/tests/support/search-index'

// More than are put in order: those that promise most come first, and every one is on one page and one only.
const ALL = 420
// Which of them has what: the last written have the words in their title.
const isTitled = (number: number) => number >= 400
const isLeading = (number: number) => number % 40 === 7
const isScottish = (number: number) => number % 3 === 0
const isOld = (number: number) => number % 5 === 0

beforeAll(async () => {
  await keep(...Array.from({ length: ALL }, (_, number) => aBoiler(number)))
})

function aBoiler(number: number): SearchDocument {
  return aDocument(number, {
    texts: texts({
      title: isTitled(number) ? `Quokka boilers ${number}` : `Heating ${number}`,
      summary: isLeading(number) ? 'A summary of quokka boilers' : 'A summary',
      body: `${'Nothing of interest. '.repeat(60)} We bought quokka boilers ${isOld(number) ? 'with oil' : 'with wood'}. Boilers of a quokka.`,
    }),
    facets: { kind: ['organisation'], ...(isScottish(number) ? { region: ['Scotland'] } : {}) },
    quality: number % 10,
  })
}

async function numbers(typed: string, change: Partial<Ask> = {}) {
  const { ids, total } = await postgres.find(await askFor(typed, change))
  return { found: ids.map((id) => Number(id.replace('organisation-', ''))), total }
}

async function allPages(typed: string, change: Partial<Ask> = {}) {
  const { total } = await numbers(typed, change)
  const pages = Array.from({ length: Math.ceil(total / 50) }, (_, place) => place + 1)
  const found = await Promise.all(pages.map((page) => numbers(typed, { ...change, perPage: 50, page })))
  return { total, found: found.flatMap((each) => each.found) }
}

const those = (has: (number: number) => boolean) =>
  Array.from({ length: ALL }, (_, number) => number).filter(has)
const sorted = (list: number[]) => [...list].sort((a, b) => a - b)

describe.each(['quokka', 'quokka boilers', '"quokka boilers"'])('%s', (typed) => {
  test('those with the words in their title come first, then those that begin with them', async () => {
    const { found, total } = await numbers(typed, { perPage: 50 })
    expect(total).toBe(ALL)
    expect(sorted(found.slice(0, 20))).toEqual(those(isTitled))
    expect(found.slice(20, 30).every(isLeading)).toBe(true)
  })

  test('each is on one page', async () => {
    const { found } = await allPages(typed)
    expect(found).toHaveLength(ALL)
    expect(sorted(found)).toEqual(those(() => true))
  })

  test('under a tick only those that have it, the promising ones first', async () => {
    const { found, total } = await allPages(typed, { filter: { region: ['Scotland'] } })
    expect(total).toBe(those(isScottish).length)
    expect(sorted(found)).toEqual(those(isScottish))
    const titled = those((number) => isTitled(number) && isScottish(number))
    expect(sorted(found.slice(0, titled.length))).toEqual(titled)
  })

  test('nothing that has what was left out, not even with the words in its title', async () => {
    const { found, total } = await allPages(`${typed} -oil`)
    expect(total).toBe(those((number) => !isOld(number)).length)
    expect(found.filter(isOld)).toEqual([])
  })
})

test('any of the words: those that have the rare one come before all that have the common one', async () => {
  await keep(aDocument(900, { texts: texts({ title: 'Numbat', body: 'A numbat.' }) }))
  const { found, total } = await numbers('numbat quokka', { match: 'any' })
  expect(total).toBe(ALL + 1)
  expect(found[0]).toBe(900)
})

test('among a few the same words find only these', async () => {
  const { found } = await numbers('quokka', {
    only: ['organisation-3', 'organisation-4', 'organisation-901'],
  })
  expect(sorted(found)).toEqual([3, 4])
})
