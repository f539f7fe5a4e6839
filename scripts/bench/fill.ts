import { projectionWrites } from '@/lib/case-studies/project'
import { recordOf } from '@/lib/case-studies/record'
import { currentRules } from '@/lib/legal/rules'
import { db, disconnect, pool } from '@/lib/platform/db'
import { slugOf } from '@/lib/platform/slug'
import { columnOf, type Row, type Write } from '@/lib/platform/write-rows'
import { type LockedPage, revisionWrites } from '@/lib/revisions/append'
import { GENESIS } from '@/lib/revisions/chain'
import type { JsonObject } from '@/lib/revisions/shape'
import { documentOfCaseStudy } from '@/lib/search/document'
import { effectiveLabels, treeOf } from '@/lib/taxonomy/effective'
import { type Heading, listHeadings } from '@/lib/taxonomy/queries'
import { earlierVersion, generateCaseStudy, type World } from './generate'
import { people } from './people.mjs'
import { type Random, randomFrom } from './random.mjs'
import { readVocabulary } from './words'

// `fill.ts <count> <seed>` adds so many case studies to the database of DATABASE_URL. Several may run at once.
const [count = 0, seed = 0] = process.argv.slice(2).map(Number)
const batch = 100

const headings = await listHeadings()
const tree = treeOf(headings)
const organisations = new Map(
  (await db.organisation.findMany()).map(({ name, id, region, type }) => [name, { id, region, type }]),
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

/** What the saves of a batch write, by table: the writing is done for all of them at once. */
type Batch = Map<string, Row[]>

async function makeBatch(size: number): Promise<Batch> {
  const ids = await reserveIds(size)
  const batch: Batch = new Map()
  for (const id of ids) makeCaseStudy(random, id, batch)
  return batch
}

function makeCaseStudy(random: Random, id: number, batch: Batch) {
  const { content, html } = generateCaseStudy(random, world)
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
    ...{ id, slug, state: 'live', headNumber: 0, headHash: GENESIS },
    ...{ headContentHash: '', headContent: null },
  }
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
    if (version === content)
      for (const write of projectionWrites(
        {
          pageId: id,
          content,
          changedAt: createdAt,
          privateEmail: '',
          labels: effectiveLabels(content.categories, tree),
          rules,
        },
        organisations.get(content.organisation) ?? null,
      ))
        note(batch, write)
  }
  const document = documentOfCaseStudy(content, labelsOf(content.categories), [])
  note(batch, {
    table: 'search_document',
    rows: [{ kind: 'case_study', refId: id, ...document, changedAt: now }],
  })
}

function note(batch: Batch, { table, rows }: Pick<Write, 'table' | 'rows'>) {
  batch.set(table, [...(batch.get(table) ?? []), ...rows])
}

/** As lib/search/reindex.ts names labels. */
function labelsOf(ticked: string[]): string[] {
  return headings
    .filter(({ code }) => ticked.includes(code))
    .flatMap(({ name, alsoCalled }) => [name, ...alsoCalled])
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
