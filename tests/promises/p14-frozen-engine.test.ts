import { afterEach, beforeEach, expect, test } from 'vitest'
import { withdrawPage } from '@/lib/pages/withdraw'
import { db, pool } from '@/lib/platform/db'
import { answer } from '@/lib/search/choose'
import { search } from '@/lib/search/find'
import { pushRound } from '@/lib/search/push/round'
import { readState } from '@/lib/search/state'
import { suggest } from '@/lib/search/suggest'
import { drainOutbox } from '@/lib/worker/tasks'
import { aPerson, aPublishedCaseStudy, theContentsTree, value } from '../support/builders'
import { against, type OtherEngine, useOtherEngine } from '../support/other-engine'
import { askFor } from '../support/search-index'
import { size } from '../support/size'

// P14: the engine is frozen and things are withdrawn, hidden and erased. Whatever is asked, none is shown, none counted.
const things = size({ suite: 6, full: 200 })
const everybody = ['public']
let engine: OtherEngine

beforeEach(async () => {
  await theContentsTree()
  engine = await useOtherEngine()
})
afterEach(() => engine.end())

/** A word that nothing else has, made of letters only. */
const wordOf = (number: number) =>
  `quill${[...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}zz`

type Thing = { number: number; title: string; word: string; author: string; vanish: () => Promise<unknown> }

/** A third of them are case studies that are withdrawn, a third people that hide, a third people that are erased. */
async function aThing(number: number): Promise<Thing> {
  const word = wordOf(number)
  const moderator = await aPerson('moderator')
  if (number % 3 === 0) {
    const { caseStudy, author } = await aPublishedCaseStudy({
      title: `Lamps ${word}`,
      organisation: `Town ${word}`,
    })
    const vanish = () => withdrawPage(moderator, { id: caseStudy.id, reason: 'It is wrong' }).then(value)
    return { number, word, title: `Lamps ${word}`, author: author.name, vanish }
  }
  const person = await aPerson('contributor', { name: `Ada ${word}`, listed: true, handle: `ada-${word}` })
  await db.$transaction(
    (tx) =>
      tx.$executeRaw`SELECT graphile_worker.add_job('person.changed', ${JSON.stringify({ personId: person.id })}::json)`,
  )
  const hide = () => db.person.update({ where: { id: person.id }, data: { listed: false } })
  const erase = async () => {
    await db.session.deleteMany({ where: { personId: person.id } })
    await db.person.delete({ where: { id: person.id } })
  }
  return { number, word, title: `Ada ${word}`, author: person.name, vanish: number % 3 === 1 ? hide : erase }
}

/** By title, by a word of it, by author or organisation, by facet, and as a suggestion. */
async function expectGone(vanished: Thing[]): Promise<void> {
  for (const { title, word, author, number } of vanished) {
    const typed = [title, word, `"${title}"`, `Town ${word}`, author, word.slice(0, -1)]
    for (const words of typed) {
      const found = await search(readState({ q: words }), everybody)
      const shown = JSON.stringify(found.hits)
      expect(shown, `${number}: ${words}`).not.toContain(word)
      if (words.includes(word)) expect(found.relaxed ? 0 : found.total, `${number}: ${words}`).toBe(0)
    }
    const suggested = await suggest(word.slice(0, 8), everybody)
    expect(JSON.stringify(suggested), `${number}`).not.toContain(word)
  }
}

async function countOf(kind: string): Promise<number> {
  return (await answer(await askFor('', { filter: { kind: [kind] } }))).total
}

test(`P14 what vanished while the engine was frozen is neither shown nor counted (${against})`, async () => {
  const all: Thing[] = []
  for (let number = 0; number < things; number += 1) all.push(await aThing(number))
  await drainOutbox()
  await pushRound()
  const before = { cases: await countOf('case_study'), people: await countOf('person') }
  for (const { word } of all) expect((await search(readState({ q: word }), everybody)).total, word).toBe(1)

  // Frozen: it answers, and hears of nothing any more.
  for (const { vanish } of all) await vanish()
  await drainOutbox()
  // However long the questions take, no time passes.
  await pool().query(`UPDATE search_removed SET removed_at = now() + interval '1 day'`)
  await pool().query(`UPDATE search_push SET since = now() + interval '1 day'`)
  const frozen = await answer(await askFor('lamps'))
  expect(frozen).toMatchObject({ engine: 'meilisearch', degraded: false, total: 0 })
  await expectGone(all)
  const cases = all.filter(({ number }) => number % 3 === 0).length
  expect(await countOf('case_study')).toBe(before.cases - cases)
  expect(await countOf('person')).toBe(before.people - (things - cases))

  // After ten seconds the database answers altogether.
  await pool().query(`UPDATE search_removed SET removed_at = now() - interval '11 seconds'`)
  expect(await answer(await askFor('lamps'))).toMatchObject({ engine: 'postgres', degraded: true, total: 0 })
  await expectGone(all.slice(0, 3))

  // Even where the notes of what has gone are lost, what the engine still has is not believed.
  await pool().query('DELETE FROM search_removed')
  engine.forgetBreaker()
  await expectGone(all.slice(0, 3))
  console.log(`P14: ${things} things vanished, 7 questions each: 0 shown, 0 counted`)
})
