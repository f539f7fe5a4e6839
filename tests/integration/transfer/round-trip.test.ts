import { existsSync, readFileSync, renameSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { findThread } from '@/lib/discussions/queries'
import { findShownPage } from '@/lib/discussions/shown-page'
import { storedAt } from '@/lib/media/store'
import { findPageState } from '@/lib/pages/queries'
import { returnPage } from '@/lib/pages/return'
import { db, Prisma } from '@/lib/platform/db'
import { refused } from '@/lib/platform/outcome'
import { hashOfContent } from '@/lib/revisions/chain'
import { listRevisions } from '@/lib/revisions/queries'
import { verifyChains } from '@/lib/revisions/verify'
import { exportSite } from '@/lib/transfer/export'
import { importSite } from '@/lib/transfer/import'
import { LEFT_OUT } from '@/lib/transfer/left-out'
import { MEMBERS } from '@/lib/transfer/members'
import { signIn } from '@/lib/users/sign-in'
import { drainOutbox } from '@/lib/worker/tasks'
import { aPerson, aPublishedCaseStudy, value } from '@/tests/support/builders'
import { anEmptySite, at, type Site } from '@/tests/support/other-site'
import { aFileName, aWrittenSite, linesIn, SECRETS, SHOWN, unpacked } from '@/tests/support/transfer'

let written: Awaited<ReturnType<typeof aWrittenSite>>
let other: Site
let members: Map<string, Buffer>
const [path, again] = [aFileName(), aFileName()]

beforeAll(async () => {
  written = await aWrittenSite()
  value(await exportSite(path))
  members = unpacked(path)
  other = await anEmptySite()
  value(
    await at(other, async () => {
      const outcome = await importSite(path)
      await drainOutbox()
      value(await exportSite(again))
      return outcome
    }),
  )
})

describe('what is in the file', () => {
  const everything = () => Buffer.concat([...members.values()]).toString('latin1')

  test.each(Object.entries(SHOWN))('everybody may read it: %s', (_name, words) => {
    expect(everything()).toContain(words)
  })

  test.each(Object.entries(SECRETS))('not everybody may read it: %s', (_name, words) => {
    expect(everything()).not.toContain(words)
  })

  test('no e-mail address is in it', () => {
    expect(everything().match(/[\w.+-]+@[\w-]+\.[\w.-]+/g)).toBeNull()
  })

  test('every model is exported, or left out for a reason', () => {
    const exported = MEMBERS.map(({ model }) => model)
    const decided = [...exported, ...Object.keys(LEFT_OUT)]
    expect(decided.sort()).toEqual(Object.keys(Prisma.ModelName).sort())
    expect(Object.values(LEFT_OUT).every((reason) => reason.length > 10)).toBe(true)
  })

  test('the manifest says what each member hashes to', () => {
    const { members: said } = JSON.parse(members.get('manifest.json')?.toString('utf8') ?? '')
    expect(said.map(({ name }: { name: string }) => name).sort()).toEqual(
      [...members.keys()].filter((name) => name !== 'manifest.json').sort(),
    )
  })

  test('there is no second file of the same name', async () => {
    expect(await exportSite(path)).toEqual(refused('exists'))
  })

  test('there is none where nothing can be written, or when a linked file is gone', async () => {
    expect(await exportSite('/nowhere/x.zip')).toEqual(refused('not-writable'))
    const [file] = linesIn(members, 'files')
    const stored = storedAt(file?.sha256 as string)
    renameSync(stored, `${stored}-away`)
    const incomplete = aFileName()
    expect(await exportSite(incomplete)).toEqual(refused('file-missing'))
    expect(existsSync(incomplete) || existsSync(`${incomplete}.part`)).toBe(false)
    renameSync(`${stored}-away`, stored)
  })
})

describe('the imported site', () => {
  test('exports the same again, but for the moment and the address', () => {
    const same = unpacked(again)
    const header = (from: Map<string, Buffer>) =>
      JSON.parse(from.get('manifest.json')?.toString('utf8') ?? '')
    expect({ ...header(same), exportedAt: '' }).toEqual({ ...header(members), exportedAt: '' })
    same.delete('manifest.json')
    for (const [name, bytes] of same) expect(bytes.equals(members.get(name) as Buffer), name).toBe(true)
  })

  test('has every chain whole, and tells which versions are without their text', () =>
    at(other, async () => {
      const { faults, withheld, pages } = await verifyChains()
      expect({ faults, withheld, pages }).toEqual({ faults: [], withheld: 2, pages: 4 })
    }))

  test('shows lists, labels and search exactly as they were', async () => {
    const shown = await everythingShown()
    expect(shown.flat().length).toBeGreaterThan(10)
    expect(await at(other, everythingShown)).toEqual(shown)
  })

  test('says who wrote by their names, and nobody can sign in as them', () =>
    at(other, async () => {
      const { rows } = await listRevisions(written.shown.id, { page: 1, perPage: 20 })
      expect(rows.map(({ author }) => author.name)).toEqual([written.author.name, written.author.name])
      const [account] = await db.person.findMany({ where: { actorId: written.author.actorId } })
      expect(account).toMatchObject({ passwordHash: null, role: 'pending', about: '', listed: false })
      const attempt = { email: account?.email ?? '', password: '', source: 'test' }
      expect(await signIn(attempt)).toEqual(refused('wrong'))
    }))

  test('still tells why a page was withdrawn, and cannot bring it back without its texts', () =>
    at(other, async () => {
      const id = written.withdrawn.id
      expect(await findPageState(id)).toMatchObject({ state: 'withdrawn', reason: SHOWN.reason })
      const moderator = await aPerson('moderator')
      expect(await returnPage(moderator, { id, reason: 'Wanted' })).toEqual(refused('no-text'))
    }))

  test('leads on from a merged page, and keeps its talk', () =>
    at(other, async () => {
      const { id } = written.shown
      expect((await findPageState(written.merged.id))?.mergedInto?.id).toBe(id)
      const page = await findShownPage(id)
      const thread = page && (await findThread(null, page, written.thread))
      expect(thread?.comments.map(({ html, removed }) => [html, removed])).toEqual([
        [`<p>${SHOWN.comment}</p>`, null],
        ['', 'Rude'],
      ])
    }))

  test('has the linked files and no others', () =>
    at(other, async () => {
      const [file, ...others] = await db.storedFile.findMany()
      expect(others).toEqual([])
      expect(readFileSync(storedAt(file?.sha256 ?? '')).toString()).toContain(SHOWN.file)
    }))

  test('never gives an id again', async () => {
    const highest = (await db.page.aggregate({ _max: { id: true } }))._max.id ?? 0
    await at(other, async () => {
      const { caseStudy } = await aPublishedCaseStudy()
      expect(caseStudy.id).toBe(highest + 1)
    })
  })
})

test('the chain can be checked from the file alone', () => {
  const revisions = linesIn(members, 'revisions').filter(({ withheld }) => !withheld)
  for (const { content, contentHash } of revisions) expect(hashOfContent(content)).toBe(contentHash)
  expect(revisions.length).toBeGreaterThan(3)
})

/** Every row that readers are shown from. */
async function everythingShown() {
  await drainOutbox()
  const tables = [
    'SELECT * FROM case_study ORDER BY page_id',
    'SELECT * FROM case_study_category ORDER BY page_id, code',
    'SELECT * FROM resource ORDER BY page_id, number',
    'SELECT * FROM result ORDER BY page_id, position',
    'SELECT * FROM legal_status ORDER BY page_id',
    'SELECT * FROM story ORDER BY page_id',
    'SELECT * FROM stage_case_study ORDER BY story_id, position, case_study_id',
    "SELECT h.* FROM revision_html h JOIN page p ON p.id = h.page_id AND h.number = p.head_number WHERE state = 'live' ORDER BY 1",
    'SELECT id, title, texts, words::text, acl, year FROM search_document WHERE page_id IS NOT NULL ORDER BY id',
  ]
  return Promise.all(tables.map((sql) => db.$queryRawUnsafe<unknown[]>(sql)))
}
