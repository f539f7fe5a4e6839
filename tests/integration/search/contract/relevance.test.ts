import { beforeAll, describe, expect, test } from 'vitest'
import { theContentsTree } from '@/tests/support/builders'
import { faultOf, type Judged, tableOf, type Verdict, weakGroups } from '@/tests/support/judged'
import { engines, withoutMeilisearch } from '@/tests/support/search-engines'
import {
  askWidely,
  keepAll,
  readFixture,
  searchFixtures,
  type ViewerName,
} from '@/tests/support/search-fixtures'

type Query = Judged & { viewer: ViewerName }

const fixtures = searchFixtures()
const keys = new Map([...fixtures].map(([key, { id }]) => [id, key]))
const { queries } = readFixture<{ queries: Query[] }>('queries.json')
const answers = new Map<string, string[][]>()

beforeAll(async () => {
  await theContentsTree()
  await keepAll(fixtures.values())
  for (const { engine, settle } of engines) {
    await settle()
    const found: string[][] = []
    for (const { q, viewer } of queries) found.push(await topOf(engine, q, viewer))
    answers.set(engine.name, found)
  }
}, 120_000)

describe('K1: what people look for', () => {
  test.each(engines)('$engine.name answers nine of ten in every group', ({ engine }) => {
    const verdicts = queries.map((query, place): Verdict => {
      return { query, fault: faultOf(query, answersOf(engine.name)[place] ?? []) }
    })
    console.log(`${engine.name}\n${tableOf(verdicts)}`)
    expect(weakGroups(verdicts)).toEqual([])
  })

  const alone = withoutMeilisearch ? ' (not tried: MEILISEARCH_URL names no server)' : ''
  test.skipIf(withoutMeilisearch)(`both engines agree on what comes first${alone}`, () => {
    const [ours = [], theirs = []] = engines.map(({ engine }) => answersOf(engine.name))
    const overlaps = queries.map((_, place) => overlap(ours[place] ?? [], theirs[place] ?? []))
    const apart = queries.filter((_, place) => (overlaps[place] ?? 0) < 0.6).map(({ q }) => q)
    const normal = queries.flatMap(({ group }, place) => (group === 'normal' ? [place] : []))
    const same = normal.filter((place) => ours[place]?.[0] === theirs[place]?.[0])
    const mean = overlaps.reduce((sum, part) => sum + part, 0) / queries.length
    console.log(
      `mean overlap ${mean.toFixed(2)}, the same first hit ${same.length}/${normal.length}${apartOf(overlaps)}`,
    )
    expect(apart).toEqual([])
    expect(mean).toBeGreaterThanOrEqual(0.8)
    expect(same.length).toBeGreaterThanOrEqual(27)
  })
})

async function topOf(engine: (typeof engines)[number]['engine'], q: string, viewer: ViewerName) {
  const { ids } = await askWidely(engine, q, { viewer, perPage: 20 })
  return ids.map((id) => keys.get(id) ?? id)
}

function answersOf(name: string): string[][] {
  return answers.get(name) ?? []
}

/** What each engine has where they have too little in common. */
function apartOf(overlaps: number[]): string {
  const [ours = [], theirs = []] = engines.map(({ engine }) => answersOf(engine.name))
  const rows = queries.flatMap(({ q }, place) =>
    (overlaps[place] ?? 0) < 0.6
      ? [`\n  ${q}: ${ours[place]?.slice(0, 5)} against ${theirs[place]?.slice(0, 5)}`]
      : [],
  )
  return rows.join('')
}

/** Of the first five of both, the share that both have. */
function overlap(ours: string[], theirs: string[]): number {
  const [one, other] = [ours.slice(0, 5), theirs.slice(0, 5)]
  const longest = Math.max(one.length, other.length)
  return longest === 0 ? 1 : one.filter((name) => other.includes(name)).length / longest
}
