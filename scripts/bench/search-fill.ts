import pg from 'pg'
import { BARRIERS, CONTRACT_STAGES } from '@/lib/case-studies/vocabulary'
import { VALUE_BANDS } from '@/lib/legal/vocabulary'
import { db, disconnect } from '@/lib/platform/db'
import { caseStudyDocument } from '@/lib/search/documents/case-study'
import { rowsOf } from '@/lib/search/keep'
import { recountWords } from '@/lib/search/words-count'
import { effectiveLabels } from '@/lib/taxonomy/effective'
import { headingTree } from '@/lib/taxonomy/queries'
import { generateCaseStudy, type World } from './generate'
import { randomFrom } from './random.mjs'
import { readVocabulary } from './words'

// `search-fill.ts <count> <seed>` adds so many rows to the index of DATABASE_URL, without the pages that they would
// stand for: what an engine does can be measured without a site. Words are counted at the end.
const [count = 0, seed = 0] = process.argv.slice(2).map(Number)
const batch = 200
// Numbers of pages that are nobody's.
const firstRef = 1_000_000 + (seed % 100) * 1_000_000

const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
const tree = await headingTree()
const headings = [...tree.values()].filter(({ parentCode }) => parentCode !== null)
const organisations = await db.organisation.findMany({ select: { id: true, name: true, type: true } })
const random = randomFrom(seed)
const world: World = {
  vocabulary: await readVocabulary(),
  organisations: organisations.map(({ name }) => name),
  areas: headings.filter(({ code }) => code.startsWith('D')).map(({ code }) => code),
  headings: headings.filter(({ code }) => !code.startsWith('D')).map(({ code }) => code),
}

await client.connect()
await client.query(`SET cupboard.counts_words_later = 'on'`)
for (let made = 0; made < count; made += batch) {
  await write(Array.from({ length: Math.min(batch, count - made) }, (_, place) => documentOf(made + place)))
  if (made % 5000 === 0) console.log(made)
}
await client.end()
await recountWords()
await disconnect()

function documentOf(place: number) {
  const { content: written } = generateCaseStudy(random, world)
  const content = {
    ...written,
    barriers: random.some(Object.keys(BARRIERS), random.between(0, 2)) as typeof written.barriers,
    contractStages: random.some(
      Object.keys(CONTRACT_STAGES),
      random.between(0, 2),
    ) as typeof written.contractStages,
    legalStatus: { ...written.legalStatus, valueBand: random.pick(Object.keys(VALUE_BANDS)) as 'unknown' },
  }
  const organisation = organisations.find(({ name }) => name === content.organisation) ?? null
  const standing = {
    ticked: content.categories,
    codes: effectiveLabels(content.categories, tree).map(({ code }) => code),
    written: [],
  }
  const addedAt = new Date(Date.UTC(2026, 0, 1) - random.between(0, 4000) * 86_400_000 - place * 1000)
  const label = random.pick(['current', 'earlier', 'not-known'])
  const source = { content, standing, organisation, label, answers: [], favourites: random.between(0, 9) }
  const document = caseStudyDocument(
    { ...source, pageId: firstRef + place, addedAt, changedAt: addedAt } as never,
    tree,
  )
  return { ...document, pageId: null }
}

async function write(documents: ReturnType<typeof documentOf>[]) {
  const rows = await rowsOf(db, documents)
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  await client.query(
    `INSERT INTO search_document (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::search_document, $1)`,
    [JSON.stringify(rows)],
  )
}
