import { beforeAll, describe, expect, test } from 'vitest'
import { listShowingClauses } from '@/lib/case-studies/showing-clauses'
import { listUnderLaw } from '@/lib/case-studies/under-law'
import { listVersionsOfLaw } from '@/lib/legal/law-history'
import { publishRegister } from '@/lib/legal/publish-register'
import { withdrawPage } from '@/lib/pages/withdraw'
import { aContent, aPerson, aPublishedCaseStudy, theContentsTree, value } from '@/tests/support/builders'
import { starterLaws, theLawRegister, withLaws } from '@/tests/support/law'

beforeAll(async () => {
  await theContentsTree()
  await theLawRegister()
})

function bought(facts: Partial<ReturnType<typeof aContent>['legalStatus']>) {
  return { legalStatus: { ...aContent().legalStatus, nation: 'England' as const, ...facts } }
}

describe('the case studies under a law', () => {
  test('are those that name it and those whose facts lead to it; no others, and none withdrawn', async () => {
    const { caseStudy: named } = await aPublishedCaseStudy(bought({ regime: 'PCR2015' }))
    const { caseStudy: derived } = await aPublishedCaseStudy(bought({ commencedOn: '2023-05' }))
    await aPublishedCaseStudy(bought({ commencedOn: '2025-06' }))
    const { caseStudy: gone } = await aPublishedCaseStudy(bought({ regime: 'PCR2015' }))
    value(await withdrawPage(await aPerson('moderator'), { id: gone.id, reason: 'It was never so' }))

    const { rows, total, named: naming } = await listUnderLaw('PCR2015')
    expect(rows.map(({ id }) => id).sort()).toEqual([named.id, derived.id].sort())
    expect([total, naming]).toEqual([2, 1])
    expect(rows.map(({ law }) => law.label)).toEqual(['earlier', 'earlier'])
  })

  test('of a law that governs none are none', async () => {
    expect(await listUnderLaw('PSR-W')).toEqual({ rows: [], total: 0, named: 0 })
  })
})

test('a law’s history names the versions that changed its entry, and not those that changed another', async () => {
  const admin = await aPerson('admin')
  const laws = await starterLaws()
  const change = withLaws(laws, { 'PSR-W': { note: 'Wales, health services on a list.' } })
  expect(await publishRegister(admin, { content: change, note: 'A clearer note', base: 1 })).toMatchObject({
    ok: true,
  })

  expect((await listVersionsOfLaw('PSR-W')).map(({ version, note }) => [version, note])).toEqual([
    [2, 'A clearer note'],
    [1, 'The register that came with the site'],
  ])
  expect((await listVersionsOfLaw('PA2023')).map(({ version }) => version)).toEqual([1])
  expect(await listVersionsOfLaw('NO-SUCH-LAW')).toEqual([])
})

test('case studies about both work and clauses come before those about one, and others are not there', async () => {
  const { caseStudy: work } = await aPublishedCaseStudy({ categories: ['C7'] })
  const { caseStudy: both } = await aPublishedCaseStudy({ categories: ['C7', 'F4'] })
  const { caseStudy: clauses } = await aPublishedCaseStudy({ categories: ['F4'] })
  await aPublishedCaseStudy({ categories: ['D10'] })
  expect((await listShowingClauses()).map(({ id }) => id)).toEqual([both.id, clauses.id, work.id])
})
