import { beforeAll, expect, test } from 'vitest'
import { createCaseStudy } from '@/lib/case-studies/create'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { publishRegister } from '@/lib/legal/publish-register'
import { findRegister } from '@/lib/legal/queries'
import type { Register } from '@/lib/legal/register'
import { keptStanding } from '@/lib/legal/rules'
import { db } from '@/lib/platform/db'
import { aContent, aPerson, aPublishedCaseStudy, theContentsTree, value } from '@/tests/support/builders'
import { beginningOn, starterLaws, theLawRegister } from '@/tests/support/law'
import { size } from '@/tests/support/size'

let admin: Awaited<ReturnType<typeof aPerson>>
let starter: Register

beforeAll(async () => {
  await theContentsTree()
  await theLawRegister()
  starter = await starterLaws()
  admin = await aPerson('admin')
})

async function publish(content: Register) {
  const base = (await findRegister())?.version ?? 0
  return value(await publishRegister(admin, { content, note: 'A change', base }))
}

function begun(commencedOn: string) {
  return { legalStatus: { ...aContent().legalStatus, commencedOn } }
}

/** What every row would say if it were worked out now, against what it says. */
async function wronglyLabelled() {
  const view = await findRegister()
  if (!view) return []
  const rules = { version: view.version, register: view.register }
  const rows = await db.legalStatus.findMany()
  return rows.filter((row) => {
    const { label, law, why } = keptStanding(rules, row)
    return label !== row.label || law !== row.law || why !== row.why
  })
}

test('a save while the register changes never keeps an old label', async () => {
  const authors = await Promise.all([...Array(4)].map(() => aPublishedCaseStudy(begun('2024-12-01'))))
  for (let round = 1; round <= size({ suite: 6, full: 60 }); round++) {
    const content = round % 2 ? beginningOn(starter, '2024-10-28') : starter
    const saves = authors.flatMap(({ author, caseStudy }, index) => [
      editCaseStudy(author, {
        id: caseStudy.id,
        base: round,
        content: { ...aContent(begun(`2024-12-${10 + index}`)), action: `Round ${round}` },
        note: 'A change',
      }),
      createCaseStudy(author, {
        content: aContent({ ...begun('2024-12-05'), title: `New ${round}` }),
        note: 'New',
      }),
    ])
    const done = await Promise.all([...saves.slice(0, 4), publish(content), ...saves.slice(4)])
    expect(done.every((outcome) => !('ok' in outcome) || outcome.ok)).toBe(true)
    expect((await wronglyLabelled()).map(({ pageId }) => pageId)).toEqual([])
  }
})

test('ten thousand case studies are labelled anew in one go, with no revision', async () => {
  const { caseStudy } = await aPublishedCaseStudy(begun('2024-12'))
  // Copies of one page, which differ in what decides: what a thousand authors would have written.
  await db.$executeRaw`
    INSERT INTO page (id, kind, slug, head_number, created_at, updated_at, state)
    SELECT 100000 + n, kind, slug, head_number, created_at, updated_at, state FROM page, generate_series(1, 10000) n WHERE id = ${caseStudy.id}`
  await db.$executeRaw`
    INSERT INTO case_study SELECT (jsonb_populate_record(cs, jsonb_build_object('page_id', 100000 + n))).*
    FROM case_study cs, generate_series(1, 10000) n WHERE page_id = ${caseStudy.id}`
  await db.$executeRaw`
    INSERT INTO legal_status SELECT (jsonb_populate_record(ls, jsonb_build_object('page_id', 100000 + n,
      'nation', (ARRAY['England', 'Wales', 'Scotland', 'Northern Ireland', 'UK-wide'])[1 + n % 5],
      'commenced_on', (ARRAY['2023', '2024-12-01', '2025-03-01', '', '2024'])[1 + n / 5 % 5]))).*
    FROM legal_status ls, generate_series(1, 10000) n WHERE page_id = ${caseStudy.id}`
  await publish(beginningOn(starter, '2024-10-28'))
  const revisions = await db.revision.count()

  const began = performance.now()
  const { moved } = await publish(starter)
  console.log(`${moved} of 10,001 labels moved in ${Math.round(performance.now() - began)} ms`)

  expect(moved).toBeGreaterThan(1000)
  expect(await db.revision.count()).toBe(revisions)
  expect(await wronglyLabelled()).toEqual([])
})
