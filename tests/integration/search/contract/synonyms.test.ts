import { beforeAll, describe, expect, test } from 'vitest'
import { CAPITALS_ONLY, SYNONYMS } from '@/lib/search/synonyms'
import { theContentsTree } from '@/tests/support/builders'
import { engines } from '@/tests/support/search-engines'
import { aDocument, ask, keepAll } from '@/tests/support/search-fixtures'

// A text for every name of the field that has that name and none of its others.
const names = [...new Set(SYNONYMS.flatMap(({ key, means }) => [key, ...means]))]
const documents = names.map((name, place) =>
  aDocument(
    {
      kind: 'case_study',
      title: `Specimen ${place}`,
      body: `Here is a sentence that speaks of ${name} and then of a heron.`,
      facets: {},
      acl: ['public'],
    },
    place,
  ),
)
const idOf = (name: string) => documents[names.indexOf(name)]?.id

beforeAll(async () => {
  await theContentsTree()
  await keepAll(documents)
  for (const { settle } of engines) await settle()
}, 60_000)

describe.each(engines)('$engine.name', ({ engine }) => {
  test.each(SYNONYMS)('$key also finds what is called $means', async ({ key, means }) => {
    const { ids } = await ask(engine, key, { perPage: 50 })
    expect(means.filter((name) => !ids.includes(idOf(name) ?? ''))).toEqual([])
    expect(ids).toContain(idOf(key))
  })

  test.each(SYNONYMS)('$key finds it among other words too', async ({ key, means }) => {
    const { ids } = await ask(engine, `heron ${key} sentence`, { perPage: 50 })
    expect(means.filter((name) => !ids.includes(idOf(name) ?? ''))).toEqual([])
  })

  test.each([...CAPITALS_ONLY])('%s in small letters is an everyday word', async (capitals) => {
    const means = SYNONYMS.find(({ key }) => key === capitals)?.means ?? []
    const { ids } = await ask(engine, `heron ${capitals.toLowerCase()}`, { perPage: 50 })
    const long = means.filter((name) => name.length > 5).map(idOf)
    expect(ids.filter((id) => long.includes(id))).toEqual([])
  })
})
