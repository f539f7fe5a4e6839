import { projectCaseStudy } from '@/lib/case-studies/project'
import { recordOf } from '@/lib/case-studies/record'
import { db, disconnect, pool } from '@/lib/platform/db'
import { slugOf } from '@/lib/platform/slug'
import { appendRevision, createPage } from '@/lib/revisions/append'
import { documentOfCaseStudy } from '@/lib/search/document'
import { type Heading, listHeadings } from '@/lib/taxonomy/queries'
import { earlierVersion, generateCaseStudy, type World } from './generate'
import { type Notebook, openNotebook } from './notebook'
import { people } from './people.mjs'
import { type Random, randomFrom } from './random.mjs'
import { readVocabulary } from './words'

// `fill.ts <count> <seed>` adds so many case studies to the database of DATABASE_URL. Several may run at once.
const [count = 0, seed = 0] = process.argv.slice(2).map(Number)
const batch = 100

const headings = await listHeadings()
const organisations = new Map((await db.organisation.findMany()).map(({ name, id }) => [name, id]))
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

async function makeBatch(size: number) {
  const ids = await reserveIds(size)
  const notebook = openNotebook({ nextPageId: () => ids.pop() as number, organisationIds: organisations })
  for (let made = 0; made < size; made++) await makeCaseStudy(random, notebook)
  return notebook.rows
}

async function makeCaseStudy(random: Random, { tx, rows, note }: Notebook) {
  const { content, html } = generateCaseStudy(random, world)
  const versions = [content]
  while (random.chance(0.35)) versions.unshift(earlierVersion(random, world, content))

  const slug = slugOf(content.title)
  let page = await createPage(tx, 'case_study', slug)
  for (const version of versions) {
    const { record: stored, privateEmail } = recordOf(version)
    const change = {
      content: stored,
      html,
      slug,
      actorId: random.pick(actors),
      note: 'Made by the benchmark',
    }
    const { number, createdAt } = await appendRevision(tx, page, change)
    page = { ...page, headNumber: number, headHash: String(rows.get('revision')?.at(-1)?.hash) }
    if (version === content)
      await projectCaseStudy(tx, { pageId: page.id, content, changedAt: createdAt, privateEmail })
  }
  const document = documentOfCaseStudy(content, labelsOf(content.categories))
  note('searchDocument', { kind: 'case_study', refId: page.id, ...document, changedAt: new Date() })
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
async function write(rows: Notebook['rows']) {
  for (const [model, data] of rows) {
    const table = columnOf(model)
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

/** Every name in the schema is mapped so: "headNumber" is head_number. */
function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
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
