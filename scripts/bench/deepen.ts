import { projectionWrites } from '@/lib/case-studies/project'
import { recordOf } from '@/lib/case-studies/record'
import { currentRules } from '@/lib/legal/rules'
import { db, disconnect } from '@/lib/platform/db'
import { slugOf } from '@/lib/platform/slug'
import { writeRows } from '@/lib/platform/write-rows'
import { createPage, type LockedPage, revisionWrites } from '@/lib/revisions/append'
import type { JsonObject } from '@/lib/revisions/shape'
import { effectiveLabels } from '@/lib/taxonomy/effective'
import { headingTree, listHeadings } from '@/lib/taxonomy/queries'
import { generateCaseStudy, type World } from './generate'
import { randomFrom } from './random.mjs'
import { deepTitle } from './rows.mjs'
import { readVocabulary } from './words'

// `deepen.ts <versions> ...` adds one case study with so many versions for each number.
const random = randomFrom(99)
const headings = await listHeadings()
const codesUnder = (parent: string) =>
  headings.filter(({ parentCode }) => parentCode === parent).map(({ code }) => code)
const world: World = {
  vocabulary: await readVocabulary(),
  organisations: (await db.organisation.findMany()).map(({ name }) => name),
  areas: codesUnder('D'),
  headings: codesUnder('C'),
}
const author = await db.person.findFirstOrThrow()
for (const versions of process.argv.slice(2).map(Number)) await makePage(versions)
await disconnect()

async function makePage(versions: number) {
  const generated = generateCaseStudy(random, world)
  const title = deepTitle(versions)
  const slug = slugOf(title)
  await db.$transaction(
    async (tx) => {
      let page: LockedPage = await createPage(tx, 'case_study', slug)
      for (let version = 1; version <= versions; version++) {
        const content = {
          ...generated.content,
          title,
          impact: `${generated.content.impact}\n\nSentence ${version}.`,
        }
        const { record } = recordOf(content)
        const change = {
          content: record,
          html: generated.html,
          slug,
          actorId: author.actorId,
          note: 'One more sentence',
        }
        const { number, createdAt, hash, writes } = revisionWrites(page, change)
        const labels = effectiveLabels(content.categories, await headingTree())
        const rules = await currentRules(tx)
        const head = { pageId: page.id, content, changedAt: createdAt, privateEmail: '', labels, rules }
        await writeRows(tx, version === versions ? [...writes, ...projectionWrites(head, null)] : writes)
        page = { ...page, headNumber: number, headHash: hash, headContent: record as JsonObject }
      }
    },
    { timeout: 120_000 },
  )
}
