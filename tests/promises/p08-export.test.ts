import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openPromise } from 'yauzl'
import { db, pool } from '@/lib/platform/db'
import { verifyChains } from '@/lib/revisions/verify'
import { exportSite } from '@/lib/transfer/export'
import { importSite } from '@/lib/transfer/import'
import { aPerson, theContentsTree, value } from '@/tests/support/builders'
import { addPages } from '@/tests/support/bulk-pages'
import { theLawRegister } from '@/tests/support/law'
import { anEmptySite, at } from '@/tests/support/other-site'
import { size } from '@/tests/support/size'
import { aFileName, aWrittenSite, SECRETS, SHOWN } from '@/tests/support/transfer'

// P08: an open export that anybody can check. A site with many pages and long histories goes out as one file and into an
// empty site; every text and hash is equal, and nothing is in the file that not everybody may read.
const pages = size({ suite: 60, full: 10_000 })
const versions = 10
const written = 4

test(`${pages} pages with their histories go out and in`, async () => {
  await theContentsTree()
  await theLawRegister()
  const authors = [await aPerson(), await aPerson()]
  await addPages(pages - written, { versions, actorIds: authors.map(({ actorId }) => actorId) })
  await aWrittenSite()
  const here = await contents()
  expect(here.pages).toBe(pages)

  const path = aFileName()
  const out = await measured(async () => value(await exportSite(path)))
  console.log(
    `P08 ${out.told('exported')}; ${megabytes(out.result.bytes)} in ${megabytes(statSync(path).size)}`,
  )

  const found = await marksIn(path)
  expect(found.secrets).toEqual([])
  expect(found.shown).toEqual(Object.keys(SHOWN).sort())
  expect(found.addresses).toBe(0)

  const again = aFileName()
  await at(await anEmptySite(), async () => {
    const into = await measured(async () => value(await importSite(path)))
    console.log(`P08 ${into.told('imported')}; ${here.revisions} versions`)
    const { faults, withheld } = await verifyChains()
    expect(faults).toEqual([])
    expect(withheld).toBe(out.result.withheld)
    expect(await contents()).toEqual(here)
    value(await exportSite(again))
  })
  expect(await headOf(again)).toEqual(await headOf(path))
  console.log(
    `P08 ${pages} pages: 0 differences, 0 secrets of ${Object.keys(SECRETS).length}, second export equal`,
  )
})

/** Everything that must be equal, digested by the database. A withdrawn page has its links, but not its texts. */
async function contents() {
  const { rows } = await pool().query<{ digest: string; pages: number; revisions: number }>(`
    SELECT count(DISTINCT page_id)::int AS pages, count(*)::int AS revisions, md5(string_agg(md5(concat_ws('|', page_id,
      number, parent, actor_id, extract(epoch FROM revision.created_at), content_hash, previous_hash, hash,
      CASE WHEN state <> 'withdrawn' THEN note || minor || changed::text || content::text END)), '' ORDER BY page_id, number)) AS digest
    FROM revision JOIN page ON page.id = page_id`)
  const tables = [
    'case_study',
    'case_study_category',
    'resource',
    'result',
    'legal_status',
    'story',
    'page',
    'page_event',
  ]
  const digests = await Promise.all(
    tables.map((table) =>
      db.$queryRawUnsafe(
        `SELECT count(*)::int AS n, md5(string_agg(md5(t::text), '' ORDER BY t::text)) FROM ${table} t`,
      ),
    ),
  )
  const [first] = rows
  return { pages: 0, revisions: 0, ...first, digests }
}

type Marks = { secrets: string[]; shown: string[]; addresses: number }
const longest = 200

/** Which of the words that we know stand anywhere in the unpacked file, and how many e-mail addresses. */
async function marksIn(path: string): Promise<Marks> {
  const [secrets, shown] = [new Set<string>(), new Set<string>()]
  let addresses = 0
  const zip = await openPromise(path, { autoClose: false })
  for await (const entry of zip.eachEntry()) {
    let before = ''
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const text = before + (chunk as Buffer).toString('latin1')
      for (const [name, words] of Object.entries(SECRETS)) if (text.includes(words)) secrets.add(name)
      for (const [name, words] of Object.entries(SHOWN)) if (text.includes(words)) shown.add(name)
      addresses += text.match(/[\w.+-]@[\w-]+\.\w/g)?.length ?? 0
      before = text.slice(-longest)
    }
  }
  zip.close()
  return { secrets: [...secrets], shown: [...shown].sort(), addresses }
}

/** The manifest, but for the two fields that say where and when. */
async function headOf(path: string) {
  const zip = await openPromise(path, { autoClose: false })
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'manifest.json') continue
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    zip.close()
    const { site, exportedAt, ...rest } = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    expect(Date.parse(exportedAt)).toBeGreaterThan(0)
    return { ...rest, site: createHash('sha256').update(site).digest('hex') }
  }
}

/** How long it took, and how far the memory of this process rose above where it stood. */
async function measured<Result>(work: () => Promise<Result>) {
  const before = process.memoryUsage().rss
  let highest = before
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss)
  }, 100)
  const began = Date.now()
  try {
    const result = await work()
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    const told = (verb: string) =>
      `${pages} pages ${verb} in ${seconds} s, memory +${megabytes(highest - before)}`
    return { result, told }
  } finally {
    clearInterval(watch)
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
