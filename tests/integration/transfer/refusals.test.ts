import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { hashOfContent, hashOfLink } from '@/lib/revisions/chain'
import { exportSite } from '@/lib/transfer/export'
import { importSite } from '@/lib/transfer/import'
import { aPerson, aPublishedCaseStudy, value } from '@/tests/support/builders'
import { emptyDatabase } from '@/tests/support/empty-database'
import { aDocx } from '@/tests/support/files'
import { aFileName, aWrittenSite, linesIn, packed, resealed, unpacked } from '@/tests/support/transfer'

type Line = Record<string, unknown>
let members: Map<string, Buffer>
let pageId: number
const path = aFileName()

beforeAll(async () => {
  const written = await aWrittenSite()
  pageId = written.shown.id
  value(await exportSite(path))
  members = unpacked(path)
  await emptyDatabase()
  // The bytes go elsewhere, so that it shows whether an import keeps any.
  process.env.DATA_DIR = join(process.env.DATA_DIR as string, 'imported')
})

afterEach(emptyDatabase)

/** Tries to import it; answers the sentence, and looks that nothing was written. */
async function refusalOf(file: string): Promise<string> {
  const outcome = await importSite(file)
  expect(outcome.ok).toBe(false)
  const rows = [db.page.count(), db.category.count(), db.organisation.count(), db.person.count()]
  expect(await Promise.all([...rows, db.starterLoad.count()])).toEqual([0, 0, 0, 0, 0])
  expect(existsSync(join(process.env.DATA_DIR as string, 'files'))).toBe(false)
  return outcome.ok ? '' : outcome.reason
}

function aFileOf(bytes: Uint8Array | string): string {
  const name = aFileName()
  writeFileSync(name, bytes)
  return name
}

/** A member with its lines changed, in a file whose manifest agrees. */
function withLines(name: string, change: (lines: Line[]) => Line[]): string {
  const text = change(linesIn(members, name)).map((line) => `${JSON.stringify(line)}\n`)
  return packed(resealed(members, { [`${name}.jsonl`]: text.join('') }))
}

const withManifest = (changes: Line) => {
  const said = JSON.parse(members.get('manifest.json')?.toString('utf8') ?? '')
  const manifest = Buffer.from(JSON.stringify({ ...said, ...changes }))
  return packed(new Map(members).set('manifest.json', manifest))
}

const FOREIGN = 'This file is not an export of a Cupboard, or it is damaged or cut short.'

describe('what is no export', () => {
  test('is refused: no file, an empty one, text, another zip', async () => {
    expect(await refusalOf('/nowhere/x.zip')).toBe('There is no file /nowhere/x.zip.')
    expect(await refusalOf(aFileOf(''))).toBe(FOREIGN)
    expect(await refusalOf(aFileOf('Not a zip at all'))).toBe(FOREIGN)
    expect(await refusalOf(aFileOf(await aDocx()))).toBe(FOREIGN)
    expect(await refusalOf(withManifest({ format: 'another' }))).toBe(FOREIGN)
  })

  test('is refused when it was cut short anywhere', async () => {
    const whole = Buffer.from(await import('node:fs').then(({ readFileSync }) => readFileSync(path)))
    for (const part of [0.1, 0.5, 0.9, 0.999])
      expect(await refusalOf(aFileOf(whole.subarray(0, Math.floor(whole.length * part))))).toBe(FOREIGN)
  })

  test('is refused when it was made by a newer program', async () => {
    expect(await refusalOf(withManifest({ version: 2 }))).toMatch(/newer program.*Bring this site up to date/)
  })
})

describe('a file that was changed', () => {
  test('is refused when a member is not what the manifest says', async () => {
    const text = members.get('pages.jsonl')?.toString('utf8') ?? ''
    const other = new Map(members).set('pages.jsonl', Buffer.from(text.replace('warmer', 'colder')))
    expect(await refusalOf(packed(other))).toBe(
      'pages.jsonl was changed after the export: its SHA-256 is not that of the manifest.',
    )
    const longer = new Map(members).set('pages.jsonl', Buffer.from(`${text}{}\n`))
    expect(await refusalOf(packed(longer))).toMatch(/^pages.jsonl was changed after the export: its length/)
  })

  test('is refused when a text was changed and the manifest made to agree', async () => {
    const file = withLines('revisions', ([first, ...rest]) => [
      { ...first, content: { ...(first?.content as object), title: 'Forged' } },
      ...rest,
    ])
    expect(await refusalOf(file)).toMatch(/^Page 1, version 1: its content is not what was saved/)
  })

  test('is refused when a version is missing, in another place, or without its text', async () => {
    expect(await refusalOf(withLines('revisions', ([, ...rest]) => rest))).toMatch(/version 1 is missing/)
    expect(await refusalOf(withLines('revisions', (all) => [...all].reverse()))).toMatch(/is missing/)
    expect(await refusalOf(withLines('revisions', (all) => all.slice(0, -1)))).toMatch(
      /should end with version/,
    )
    const textless = withLines('revisions', ([first, ...rest]) => [withoutText(first as Line), ...rest])
    expect(await refusalOf(textless)).toBe(
      'Page 1, version 1: its text is missing, though its page is not withdrawn.',
    )
  })

  test('is refused when its newest version is no page, though its chain is whole', async () => {
    const file = withLines('revisions', (all) => {
      const last = all.filter((line) => line.pageId === pageId).at(-1) as Line
      return all.map((line) => (line === last ? rehashed({ ...line, content: { title: '' } }) : line))
    })
    expect(await refusalOf(file)).toMatch(/its content is not what a page holds/)
  })

  test('is refused when a line says more, or something else, than the format', async () => {
    const admin = withLines('people', ([first, ...rest]) => [{ ...first, role: 'admin' }, ...rest])
    expect(await refusalOf(admin)).toMatch(/^Line 1 of people.jsonl is not what the format says/)
    const astray = withLines('pages', ([first, ...rest]) => [{ ...first, slug: '../../admin' }, ...rest])
    expect(await refusalOf(astray)).toBe('Line 1 of pages.jsonl is not what the format says (slug).')
    const page = withLines('files', ([first]) => [{ ...first, type: 'text/html' }])
    expect(await refusalOf(page)).toBe('Line 1 of files.jsonl is not what the format says (type).')
  })

  test('is refused when its lines contradict each other, and everything written by then is taken back', async () => {
    const astray = withLines('threads', ([first]) => [{ ...first, pageId: 99 }])
    expect(await refusalOf(astray)).toMatch(/^Its lines contradict each other/)
    const twice = withLines('page-events', ([first, ...rest]) => [first as Line, first as Line, ...rest])
    expect(await refusalOf(twice)).toMatch(/^Its lines contradict each other/)
  })

  test('is refused when bytes of a file are missing, too many, or others', async () => {
    const name = [...members.keys()].find((one) => one.startsWith('files/')) as string
    expect(await refusalOf(packed(resealed(members, { [name]: null })))).toMatch(/^The bytes of a file/)
    const spare = resealed(members, { [`files/${'0'.repeat(64)}`]: 'x' })
    expect(await refusalOf(packed(spare))).toMatch(/is not the hash of what it holds/)
    expect(await refusalOf(packed(resealed(members, { [name]: 'Other bytes' })))).toMatch(/is not the hash/)
    expect(await refusalOf(packed(resealed(members, { 'comments.jsonl': null })))).toBe(
      'comments.jsonl is missing.',
    )
  })
})

describe('a file that means harm', () => {
  test('is refused when it holds a name that leads elsewhere, or one that nobody expects', async () => {
    expect(await refusalOf(packed(new Map(members).set('../../evil.sh', Buffer.from('x'))))).toBe(FOREIGN)
    expect(await refusalOf(packed(new Map(members).set('evil.sh', Buffer.from('x'))))).toBe(
      'It holds evil.sh, which its manifest does not name.',
    )
    expect(await refusalOf(packed(resealed(members, { 'evil.sh': 'x' })))).toBe(
      'Its manifest names evil.sh, which no export holds.',
    )
  })

  test('is refused when it would unpack to far more than it says, or to one endless line', async () => {
    const endless = resealed(members, { 'pages.jsonl': Buffer.alloc(40_000_000, 'x') })
    expect(await refusalOf(packed(endless))).toBe('pages.jsonl has a line longer than any page can be.')
    const zip = Buffer.from(await import('node:fs').then(({ readFileSync }) => readFileSync(packed(members))))
    const directory = zip.indexOf('PK\u0001\u0002')
    zip.writeUInt32LE(5, zip.indexOf('people.jsonl', directory) - 46 + 24)
    expect(await refusalOf(aFileOf(zip))).toMatch(/^people.jsonl was changed after the export/)
  })
})

describe('a site that is not empty', () => {
  test('is left as it is', async () => {
    const { caseStudy } = await aPublishedCaseStudy({ categories: [] })
    const outcome = await importSite(path)
    expect(outcome).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^This site has content already/),
    })
    expect(await db.page.findMany({ select: { id: true } })).toEqual([{ id: caseStudy.id }])
  })

  test('may have accounts, such as its first administrator', async () => {
    const { id } = await aPerson('admin')
    expect((await importSite(path)).ok).toBe(true)
    expect(await db.person.findUnique({ where: { id } })).toMatchObject({ role: 'admin' })
    expect((await importSite(path)).ok).toBe(false)
  })
})

function withoutText(line: Line): Line {
  const { pageId: page, number, parent, actorId, createdAt, contentHash, previousHash, hash } = line
  return { pageId: page, number, parent, actorId, createdAt, contentHash, previousHash, hash, withheld: true }
}

/** The last version of a chain with another content, its hashes made to fit. */
function rehashed(line: Line): Line {
  const contentHash = hashOfContent(line.content)
  const createdAt = new Date(line.createdAt as string)
  return { ...line, contentHash, hash: hashOfLink({ ...line, contentHash, createdAt } as never) }
}
