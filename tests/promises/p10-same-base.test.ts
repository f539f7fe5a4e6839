import { beforeAll, expect, test } from 'vitest'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { db } from '@/lib/platform/db'
import { verifyChains } from '@/lib/revisions/verify'
import type { SignedIn } from '@/lib/users/access'
import { anEditOf, aPerson, aPublishedCaseStudy, theContentsTree } from '@/tests/support/builders'
import { size } from '@/tests/support/size'

// P10: never last write wins. Many people save other words in the same place of the same version at the same moment.
const savers = size({ suite: 60, full: 200 })
const rounds = size({ suite: 1, full: 50 })

let people: SignedIn[]

beforeAll(async () => {
  await theContentsTree()
  people = await Promise.all(Array.from({ length: savers }, () => aPerson()))
})

test(`${rounds} × ${savers} simultaneous saves of one version: one wins a round, the others are asked`, async () => {
  for (let round = 1; round <= rounds; round++) {
    const { caseStudy } = await aPublishedCaseStudy()
    const outcomes = await Promise.all(
      people.map((person, index) =>
        editCaseStudy(person, anEditOf(caseStudy, { title: `Round ${round} by saver ${index}` })),
      ),
    )
    const answers = outcomes.map((outcome) => (outcome.ok ? 'saved' : outcome.reason))
    expect(answers.filter((answer) => answer === 'saved')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'conflict')).toHaveLength(savers - 1)

    const winner = answers.indexOf('saved')
    const versions = await db.revision.findMany({
      where: { pageId: caseStudy.id },
      orderBy: { number: 'asc' },
    })
    expect(versions.map(({ number, parent }) => [number, parent])).toEqual([
      [1, null],
      [2, 1],
    ])
    expect(versions[1]?.content).toMatchObject({ title: `Round ${round} by saver ${winner}` })
    // Nothing that a loser typed is lost: each is shown both sides of what touches.
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.ok || outcome.reason !== 'conflict') continue
      expect(JSON.stringify(outcome.conflict)).toContain(`by saver ${index}`)
    }
  }
  expect((await verifyChains()).faults).toEqual([])
  console.log(
    `P10 ${rounds} rounds of ${savers} saves: 1 saved and ${savers - 1} asked in each, chains linear`,
  )
})
