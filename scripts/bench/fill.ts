import { htmlOf, recordOf } from '@/lib/case-studies/record'
import { projectCaseStudy } from '@/lib/case-studies/project'
import { db, disconnect, pool } from '@/lib/platform/db'
import { slugOf } from '@/lib/platform/slug'
import { appendRevision, createPage } from '@/lib/revisions/append'
import { verifyChains } from '@/lib/revisions/verify'
import { documentOfCaseStudy } from '@/lib/search/document'
import { type Heading, listHeadings } from '@/lib/taxonomy/queries'
import { hashPassword } from '@/lib/users/password'
import { earlierVersion, generateCaseStudy, type World } from './generate'
import { openNotebook } from './notebook'
import { people, password } from './people.mjs'
import { type Random, randomFrom } from './random'
import { readVocabulary } from './words'

// node … scripts/bench/fill.ts 1000: fills the database of DATABASE_URL up to so many case studies.
const wanted = Number(process.argv[2])
const batch = 100
const seed = 20261122

const headings = await listHeadings()
const actors = await ensurePeople()
const organisations = new Map((await db.organisation.findMany()).map(({ name, id }) => [name, id]))
const world: World = {
  vocabulary: await readVocabulary(),
  organisations: [...organisations.keys()],
  areas: headings.filter(({ parentCode }) => parentCode === 'D').map(({ code }) => code),
  headings: headings.filter(({ parentCode, code }) => parentCode && !code.startsWith('D')).map(({ code }) => code),
}
await fillUp()
await pool().query('VACUUM ANALYZE')
await refuseFaults()
await disconnect()

async function fillUp() {
  const present = await db.caseStudy.count()
  const random = randomFrom(seed + present)
  let writing = Promise.resolve()
  for (let count = present; count < wanted; count += batch) {
    const rows = await makeBatch(random, Math.min(batch, wanted - count))
    // The database writes one batch while the next is made.
    await writing
    writing = write(rows)
    console.log(`${Math.min(count + batch, wanted).toLocaleString('en-GB')} case studies`)
  }
  await writing
}

async function makeBatch(random: Random, size: number) {
  const ids = await reserveIds(size)
  const notebook = openNotebook({ nextPageId: () => ids.pop() as number, organisationIds: organisations })
  for (let made = 0; made < size; made++) await makeCaseStudy(random, notebook)
  return notebook.rows
}

async function makeCaseStudy(random: Random, { tx, rows }: ReturnType<typeof openNotebook>) {
  const content = generateCaseStudy(random, world)
  const versions = [content]
  while (random.chance(0.35)) versions.unshift(earlierVersion(random, world, content))

  const slug = slugOf(content.title)
  const html = htmlOf(content)
  let page = await createPage(tx, 'case_study', slug)
  for (const version of versions) {
    const { record, privateEmail } = recordOf(version)
    const change = { content: record, html, slug, actorId: random.pick(actors), note: 'Written by the benchmark' }
    const { number, createdAt } = await appendRevision(tx, page, change)
    page = { ...page, headNumber: number, headHash: lastHash(rows) }
    if (version === content)
      await projectCaseStudy(tx, { pageId: page.id, content, changedAt: createdAt, privateEmail })
  }
  const document = documentOfCaseStudy(content, labelsOf(content.categories))
  const key = { kind: 'case_study', refId: page.id }
  rows.set('searchDocument', [...(rows.get('searchDocument') ?? []), { ...key, ...document, changedAt: new Date() }])
}

function lastHash(rows: Map<string, Record<string, unknown>[]>): string {
  return String(rows.get('revision')?.at(-1)?.hash)
}

/** As lib/search/reindex.ts names labels. */
function labelsOf(codes: string[]): string[] {
  const ticked = ({ code }: Heading) => codes.includes(code)
  return headings.filter(ticked).flatMap(({ name, alsoCalled }) => [name, ...alsoCalled])
}

async function write(rows: Map<string, Record<string, unknown>[]>) {
  type Many = { createMany: (args: { data: unknown[] }) => Promise<unknown> }
  for (const [model, data] of rows) await (db as unknown as Record<string, Many>)[model]?.createMany({ data })
}

async function reserveIds(count: number): Promise<number[]> {
  const { rows } = await pool().query<{ id: number }>(
    "SELECT nextval(pg_get_serial_sequence('page', 'id'))::int AS id FROM generate_series(1, $1) ORDER BY 1 DESC",
    [count],
  )
  return rows.map(({ id }) => id)
}

async function ensurePeople(): Promise<string[]> {
  const passwordHash = await hashPassword(password)
  const data = people.map(({ handle, email }) => {
    return { handle, email, name: handle, role: 'contributor' as const, passwordHash }
  })
  await db.person.createMany({ data, skipDuplicates: true })
  const found = await db.person.findMany({ where: { handle: { in: people.map(({ handle }) => handle) } } })
  return found.map(({ actorId }) => actorId).sort()
}

async function refuseFaults() {
  const { faults, revisions, pages } = await verifyChains()
  const [first] = faults
  if (first) throw new Error(`Page ${first.pageId}, version ${first.number}: ${first.what}.`)
  console.log(`${revisions.toLocaleString('en-GB')} revisions of ${pages.toLocaleString('en-GB')} pages verified`)
}
