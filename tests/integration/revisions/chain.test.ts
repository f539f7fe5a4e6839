import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { db } from '@/lib/platform/db'
import { verifyChains } from '@/lib/revisions/verify'
import { anEditOf, aPublishedCaseStudy, theContentsTree, value } from '@/tests/support/builders'
import { tamper } from '@/tests/support/tampering'

let pageId: number

beforeAll(theContentsTree)
beforeEach(async () => {
  const { author, caseStudy } = await aPublishedCaseStudy()
  const second = value(await editCaseStudy(author, anEditOf(caseStudy, { title: 'Second' })))
  value(await editCaseStudy(author, anEditOf(second, { title: 'Third' })))
  pageId = caseStudy.id
})

describe('the database refuses to change history', () => {
  test.each([
    `UPDATE revision SET note = 'x'`,
    `UPDATE revision SET content = '{}' WHERE number = 1`,
    `DELETE FROM revision`,
    `DELETE FROM revision WHERE number = 3`,
    `TRUNCATE revision CASCADE`,
    `TRUNCATE page CASCADE`,
    `DELETE FROM page`,
  ])('%s', async (sql) => {
    const before = await db.revision.count()
    await expect(db.$executeRawUnsafe(sql)).rejects.toThrow(/never changed or removed|foreign key/)
    expect(await db.revision.count()).toBe(before)
    expect((await verifyChains()).faults).toEqual([])
  })

  test('a revision beside the line is refused', async () => {
    const third = await db.revision.findFirstOrThrow({ where: { pageId, number: 3 } })
    const beside = { ...third, content: {}, number: 5, parent: 3 }
    await expect(db.revision.create({ data: beside })).rejects.toThrow()
    await expect(db.revision.create({ data: { ...beside, number: 3, parent: 2 } })).rejects.toThrow()
  })
})

describe('who passes by the database’s guard is found out', () => {
  test('a whole chain has no fault', async () => {
    const pages = await db.page.count()
    expect(await verifyChains()).toEqual({ pages, revisions: 3 * pages, faults: [], withheld: 0 })
  })

  const CONTENT = 'its content is not what was saved'
  const LINK = 'its hash does not fit its number, author, time or content'
  const STAND = 'it does not stand on the version before it'
  test.each([
    [
      'one letter',
      `UPDATE revision SET content = jsonb_set(content, '{title}', '"Secund"') WHERE number = 2`,
      [[2, CONTENT]],
    ],
    [
      'a word taken out',
      `UPDATE revision SET content = content - 'summary' WHERE number = 1`,
      [[1, CONTENT]],
    ],
    ['the author', `UPDATE revision SET actor_id = gen_random_uuid() WHERE number = 2`, [[2, LINK]]],
    [
      'the time',
      `UPDATE revision SET created_at = created_at + interval '1 millisecond' WHERE number = 2`,
      [[2, LINK]],
    ],
    [
      'a content and its hash',
      `UPDATE revision SET content = '{}', content_hash = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' WHERE number = 2`,
      [[2, LINK]],
    ],
    [
      'a hash',
      `UPDATE revision SET hash = repeat('a', 64) WHERE number = 2`,
      [
        [2, LINK],
        [3, STAND],
      ],
    ],
    [
      'one taken out of the middle',
      `DELETE FROM revision WHERE number = 2`,
      [
        [3, 'version 2 is missing'],
        [3, STAND],
      ],
    ],
    [
      'the first taken out',
      `DELETE FROM revision WHERE number = 1`,
      [
        [2, 'version 1 is missing'],
        [2, STAND],
      ],
    ],
    [
      'the last taken out',
      `DELETE FROM revision WHERE number = 3`,
      [[3, 'the page points to version 3, but its last version is 2']],
    ],
    [
      'all taken out',
      `DELETE FROM revision WHERE true`,
      [[3, 'the page points to version 3, but its last version is missing']],
    ],
    [
      'a page that points to an old version',
      `UPDATE page SET head_number = 2 WHERE true`,
      [[2, 'the page points to version 2, but its last version is 3']],
    ],
  ])('%s', async (_, sql, faults) => {
    await tamper(`${sql} AND ${sql.includes('page SET') ? 'id' : 'page_id'} = ${pageId}`)
    expect(await faultsOfPage()).toEqual(faults)
  })

  test('two that changed places', async () => {
    await tamper(`ALTER TABLE revision DROP CONSTRAINT revision_check`)
    for (const { number, was } of [
      { number: 9, was: 2 },
      { number: 2, was: 3 },
      { number: 3, was: 9 },
    ])
      await tamper(`UPDATE revision SET number = ${number} WHERE number = ${was} AND page_id = ${pageId}`)
    expect(await faultsOfPage()).toEqual([
      [2, STAND],
      [2, LINK],
      [3, STAND],
      [3, LINK],
    ])
  })
})

async function faultsOfPage() {
  const { faults } = await verifyChains()
  return faults.filter((fault) => fault.pageId === pageId).map(({ number, what }) => [number, what])
}
