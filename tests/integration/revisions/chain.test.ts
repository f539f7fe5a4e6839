import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { db } from '@/lib/platform/db'
import { verifyChains } from '@/lib/revisions/verify'
import { anEditOf, aPublishedCaseStudy, theContentsTree, value } from '@/tests/support/builders'
import { emptyDatabase } from '@/tests/support/empty-database'
import { tamper } from '@/tests/support/tampering'

let pageId: number

beforeAll(emptyDatabase)
beforeEach(async () => {
  await emptyDatabase()
  await theContentsTree()
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
    await expect(db.$executeRawUnsafe(sql)).rejects.toThrow(/never changed or removed|foreign key/)
    expect(await db.revision.count()).toBe(3)
    expect((await verifyChains()).faults).toEqual([])
  })

  test('a revision beside the line is refused', async () => {
    const third = await db.revision.findFirstOrThrow({ where: { number: 3 } })
    const beside = { ...third, content: {}, number: 5, parent: 3 }
    await expect(db.revision.create({ data: beside })).rejects.toThrow()
    await expect(db.revision.create({ data: { ...beside, number: 3, parent: 2 } })).rejects.toThrow()
  })
})

describe('who passes by the database’s guard is found out', () => {
  test('a whole chain has no fault', async () => {
    expect(await verifyChains()).toEqual({ pages: 1, revisions: 3, faults: [] })
  })

  const CONTENT = 'its content is not what was saved'
  const LINK = 'its hash does not fit its number, author, time or content'
  const STAND = 'it does not stand on the version before it'
  test.each([
    ['one letter', `UPDATE revision SET content = jsonb_set(content, '{title}', '"Secund"') WHERE number = 2`, [[2, CONTENT]]],
    ['a word taken out', `UPDATE revision SET content = content - 'summary' WHERE number = 1`, [[1, CONTENT]]],
    ['the author', `UPDATE revision SET actor_id = gen_random_uuid() WHERE number = 2`, [[2, LINK]]],
    ['the time', `UPDATE revision SET created_at = created_at + interval '1 millisecond' WHERE number = 2`, [[2, LINK]]],
    ['a content and its hash', `UPDATE revision SET content = '{}', content_hash = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' WHERE number = 2`, [[2, LINK]]],
    ['a hash', `UPDATE revision SET hash = repeat('a', 64) WHERE number = 2`, [[2, LINK], [3, STAND]]],
    ['one taken out of the middle', `DELETE FROM revision WHERE number = 2`, [[3, 'version 2 is missing'], [3, STAND]]],
    ['the first taken out', `DELETE FROM revision WHERE number = 1`, [[2, 'version 1 is missing'], [2, STAND]]],
    ['the last taken out', `DELETE FROM revision WHERE number = 3`, [[3, 'the page points to version 3, but its last version is 2']]],
    ['all taken out', `DELETE FROM revision`, [[3, 'the page points to version 3, but its last version is missing']]],
    ['a page that points to an old version', `UPDATE page SET head_number = 2`, [[2, 'the page points to version 2, but its last version is 3']]],
  ])('%s', async (_, sql, faults) => {
    await tamper(sql)
    const found = (await verifyChains()).faults
    expect(found.map(({ number, what }) => [number, what])).toEqual(faults)
    expect(found.every((fault) => fault.pageId === pageId)).toBe(true)
  })

  test('two that changed places', async () => {
    await tamper(`ALTER TABLE revision DROP CONSTRAINT revision_check; UPDATE revision SET number = 9 WHERE number = 2;
      UPDATE revision SET number = 2 WHERE number = 3; UPDATE revision SET number = 3 WHERE number = 9`)
    const { faults } = await verifyChains()
    expect(faults.map(({ number, what }) => [number, what])).toEqual([[2, STAND], [2, LINK], [3, STAND], [3, LINK]])
  })
})
