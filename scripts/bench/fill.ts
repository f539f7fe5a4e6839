import { type Lead, projectionWrites } from '@/lib/case-studies/project'
import { recordOf } from '@/lib/case-studies/record'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { currentRules, keptStanding } from '@/lib/legal/rules'
import { db, disconnect, pool } from '@/lib/platform/db'
import { slugOf } from '@/lib/platform/slug'
import { columnOf, type Row, type Write } from '@/lib/platform/write-rows'
import { type LockedPage, revisionWrites } from '@/lib/revisions/append'
import { GENESIS } from '@/lib/revisions/chain'
import type { JsonObject } from '@/lib/revisions/shape'
import { caseStudyDocument } from '@/lib/search/documents/case-study'
import { standingOf } from '@/lib/search/documents/pages'
import { rowsOf } from '@/lib/search/keep'
import { reindexAll } from '@/lib/search/rebuild'
import type { SearchDocument } from '@/lib/search/schema'
import { CATEGORIES, ORGANISATIONS } from '@/lib/search/sources'
import { recountWords } from '@/lib/search/words-count'
import { effectiveLabels, treeOf } from '@/lib/taxonomy/effective'
import { type Heading, listHeadings } from '@/lib/taxonomy/queries'
import { earlierVersion, generateCaseStudy, type World } from './generate'
import { people } from './people.mjs'
import { type Random, randomFrom } from './random.mjs'
import { readVocabulary } from './words'

// `fill.ts <count> <seed>` adds so many case studies to the database of DATABASE_URL. Several may run at once.
const [count = 0, seed = 0] = process.argv.slice(2).map(Number)
const batch = 100

// Counting the words of one document after another would take longer than all the rest.
pool().on('connect', (client) => void client.query("SET cupboard.counts_words_later = 'on'"))

const headings = await listHeadings()
const tree = treeOf(headings)
const organisations = new Map(
  (await db.organisation.findMany()).map(({ name, id, region, type, otherNames }) => [
    name,
    { id, region, type, otherNames },
  ]),
)
const rules = await currentRules(db)
const actors = await listActors()
const random = randomFrom(seed)
const world: World = {
  vocabulary: await readVocabulary(),
  organisations: [...organisations.keys()],
  areas: codes(({ parentCode }) => parentCode === 'D'),
  headings: codes(({ parentCode, code }) => parentCode !== null && !code.startsWith('D')),
}
await fill()
// What counts the case studies is written last, by everything that fills at once.
for (const source of [CATEGORIES, ORGANISATIONS]) await reindexAll(source)
await recountWords()
await disconnect()

async function fill() {
  let writing = Promise.resolve()
  for (let made = 0; made < count; made += batch) {
    const rows = await makeBatch(Math.min(batch, count - made))
    // The database writes one batch while the next is made.
    await writing
    writing = write(rows)
    console.log(Math.min(made + batch, count))
  }
  await writing
}

type Body = Lead & { otherNames: string[] }
type Made = { content: CaseStudyContent; labels: Label[]; organisation: Body | null; dates: Dates }
type Dates = { addedAt: Date; changedAt: Date }
type Label = ReturnType<typeof effectiveLabels>[number]

/** What the saves of a batch write, by table: the writing is done for all of them at once. */
type Batch = Map<string, Row[]>

async function makeBatch(size: number): Promise<Batch> {
  const ids = await reserveIds(size)
  const batch: Batch = new Map()
  const documents = ids.map((id) => makeCaseStudy(random, id, batch))
  note(batch, { table: 'search_document', rows: await rowsOf(db, documents) })
  return batch
}

function makeCaseStudy(random: Random, id: number, batch: Batch): SearchDocument {
  const { content, html } = generateCaseStudy(random, world)
  const labels = effectiveLabels(content.categories, tree)
  const organisation = organisations.get(content.organisation) ?? null
  const versions = [content]
  while (random.chance(0.35)) versions.unshift(earlierVersion(random, world, content))

  const slug = slugOf(content.title)
  const now = new Date()
  const row: Row = {
    id,
    kind: 'case_study',
    slug,
    headNumber: 0,
    createdAt: now,
    updatedAt: now,
    state: 'live',
  }
  note(batch, { table: 'page', rows: [row] })
  let page: LockedPage = {
    ...{ id, slug, state: 'live', createdAt: now, headNumber: 0, headHash: GENESIS },
    ...{ headContentHash: '', headContent: null },
  }
  const dates: Dates = { addedAt: now, changedAt: now }
  for (const version of versions) {
    const { record: stored } = recordOf(version)
    const change = {
      content: stored,
      html,
      slug,
      actorId: random.pick(actors),
      note: 'Made by the benchmark',
    }
    const { number, createdAt, hash, writes } = revisionWrites(page, change)
    for (const write of writes) if (write.mode === 'insert') note(batch, write)
    page = { ...page, headNumber: number, headHash: hash, headContent: stored as JsonObject }
    Object.assign(row, { headNumber: number, updatedAt: createdAt })
    if (number === 1) dates.addedAt = createdAt
    dates.changedAt = createdAt
    if (version === content)
      for (const write of projectionWrites(
        { pageId: id, content, changedAt: createdAt, privateEmail: '', labels, rules },
        organisation,
      ))
        note(batch, write)
  }
  return documentOf(id, { content, labels, organisation, dates })
}

function documentOf(pageId: number, { content, labels, organisation, dates }: Made): SearchDocument {
  const { awardedOn, startedOn, ...facts } = { ...content.legalStatus, startedOn: content.startedOn }
  const { label, law } = keptStanding(rules, {
    ...{ nation: facts.nation, regime: facts.regime, commencedOn: facts.commencedOn, awardedOn, startedOn },
    ...{ leadRegion: organisation?.region ?? '', bodyType: organisation?.type ?? '' },
  })
  const standing = standingOf(labels, content.categories)
  return caseStudyDocument(
    { pageId, content, standing, organisation, label, law, answers: [], favourites: 0, ...dates },
    tree,
  )
}

function note(batch: Batch, { table, rows }: Pick<Write, 'table' | 'rows'>) {
  batch.set(table, [...(batch.get(table) ?? []), ...rows])
}

function codes(wanted: (heading: Heading) => boolean): string[] {
  return headings.filter(wanted).map(({ code }) => code)
}

/** Straight into the tables: through Prisma the writing takes several times as long as the making. */
async function write(batch: Batch) {
  for (const [table, data] of batch) {
    if (data.length === 0) continue
    const columns = Object.keys(data[0] ?? {})
      .map(columnOf)
      .join(', ')
    const records = data.map((row) => Object.fromEntries(Object.entries(row).map(renamed)))
    await pool().query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
      [JSON.stringify(records)],
    )
  }
}

function renamed([name, value]: [string, unknown]): [string, unknown] {
  return [columnOf(name), value]
}

async function reserveIds(size: number): Promise<number[]> {
  const { rows } = await pool().query<{ id: number }>(
    "SELECT nextval(pg_get_serial_sequence('page', 'id'))::int AS id FROM generate_series(1, $1) ORDER BY 1 DESC",
    [size],
  )
  return rows.map(({ id }) => id)
}

async function listActors(): Promise<string[]> {
  const handles = people.map(({ handle }) => handle)
  const found = await db.person.findMany({ where: { handle: { in: handles } }, orderBy: { handle: 'asc' } })
  return found.map(({ actorId }) => actorId)
}
