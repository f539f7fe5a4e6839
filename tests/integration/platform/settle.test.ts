import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { longestWaitMs } from '@/lib/platform/publication/lease.mjs'
import { publishing } from '@/lib/platform/publication/publishing'
import { everybodyKnows } from '@/lib/platform/publication/settle'
import { aPeer, endPeers, type Peer } from '@/tests/support/peers'
import { until } from '@/tests/support/until'

// What a busy machine may add to a wait.
const slackMs = 400
let id: number
let version = 0

beforeEach(async () => {
  // Of the processes that the test before has killed.
  await db.publicationPeer.deleteMany()
  id = (await db.page.create({ data: { kind: 'case_study', slug: 'version-0' } })).id
})
afterEach(endPeers)

/** Saves, is acknowledged, and says how long that took after the commit. */
async function save(): Promise<{ slug: string; waited: number }> {
  version += 1
  const slug = `version-${version}`
  await db.$transaction(async (tx) => {
    await tx.page.update({ where: { id }, data: { slug } })
    await publishing(tx, [`page:${id}`])
  })
  const committed = performance.now()
  await everybodyKnows()
  return { slug, waited: performance.now() - committed }
}

/** Has it in memory. */
async function remembering(peer: Peer, slug: string) {
  await until(async () => {
    const read = await peer.read(id)
    expect(read.slug).toBe(slug)
    return read.from === 'memory'
  })
}

describe('after the acknowledgement of a save', () => {
  test('every process answers with it at once, again and again', async () => {
    const peers = await Promise.all([aPeer(), aPeer(), aPeer()])
    for (let round = 0; round < 20; round += 1) {
      const { slug, waited } = await save()
      const reads = await Promise.all(peers.map((peer) => peer.read(id)))
      expect(reads.map((read) => read.slug)).toEqual([slug, slug, slug])
      expect(waited).toBeLessThan(longestWaitMs + slackMs)
      await Promise.all(peers.map((peer) => remembering(peer, slug)))
    }
    expect(await db.publicationPeer.count()).toBe(3)
  })

  test('a frozen process is waited for no longer than its lease, once, and wakes with nothing old', async () => {
    const [well, frozen] = await Promise.all([aPeer(), aPeer()])
    const first = await save()
    await remembering(frozen, first.slug)
    frozen.freeze()

    const second = await save()
    expect(second.waited).toBeGreaterThan(100)
    expect(second.waited).toBeLessThan(longestWaitMs + slackMs)
    expect((await well.read(id)).slug).toBe(second.slug)
    await until(async () => (await db.publicationPeer.count()) === 1)
    const third = await save()
    expect(third.waited).toBeLessThan(longestWaitMs)

    const asked = frozen.read(id)
    frozen.thaw()
    expect(await asked).toMatchObject({ slug: third.slug, from: 'database' })
    expect(await frozen.holdsLeaseWithin(10_000)).toBe(true)
    await remembering(frozen, third.slug)
    const fourth = await save()
    expect((await frozen.read(id)).slug).toBe(fourth.slug)
  })

  test('a process that is busy with something else is not waited for, and answers with it afterwards', async () => {
    const peer = await aPeer()
    const first = await save()
    await remembering(peer, first.slug)
    await peer.toil(1000)
    const { slug, waited } = await save()
    expect(waited).toBeLessThan(longestWaitMs)
    expect(await db.publicationPeer.count()).toBe(1)
    expect(await peer.read(id)).toMatchObject({ slug, from: 'database' })
    await remembering(peer, slug)
  })

  test('a killed process is waited for once, one that left not at all', async () => {
    const [killed, leaving] = await Promise.all([aPeer(), aPeer()])
    await leaving.leave()
    await killed.kill()
    expect(await db.publicationPeer.count()).toBe(1)
    expect((await save()).waited).toBeLessThan(longestWaitMs + slackMs)
    await until(async () => (await db.publicationPeer.count()) === 0)
    expect((await save()).waited).toBeLessThan(longestWaitMs)
  })

  test('a process that was cut off answers with it, and so does one that has just started', async () => {
    const peer = await aPeer()
    const first = await save()
    await remembering(peer, first.slug)
    await pool().query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE 'cupboard clock%'`,
    )
    const second = await save()
    expect((await peer.read(id)).slug).toBe(second.slug)

    await peer.kill()
    const third = await save()
    const again = await aPeer()
    expect(await again.read(id)).toMatchObject({ slug: third.slug, from: 'database' })
  })

  test('many savers at once wait together', async () => {
    const peers = await Promise.all([aPeer(), aPeer()])
    const saves = await Promise.all(Array.from({ length: 20 }, save))
    for (const { waited } of saves) expect(waited).toBeLessThan(longestWaitMs + slackMs)
    const { slug } = await db.page.findUniqueOrThrow({ where: { id } })
    for (const peer of peers) expect((await peer.read(id)).slug).toBe(slug)
  })
})

test('a saver that dies between the commit and its wait leaves nobody with the old', async () => {
  const peer = await aPeer()
  await remembering(peer, 'version-0')
  const program = `
    import pg from 'pg'
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
    await client.query("BEGIN; INSERT INTO publication (tags) VALUES ('{page:${id}}'); UPDATE page SET slug = 'dying' WHERE id = ${id}; COMMIT")
    process.kill(process.pid, 'SIGKILL')`
  expect(() => execFileSync(process.execPath, ['--input-type=module', '-e', program])).toThrow()
  await until(async () => (await peer.read(id)).slug === 'dying')
})

test('who has nobody to wait for waits for nothing', async () => {
  expect(await db.publicationPeer.count()).toBe(0)
  const waits: number[] = []
  for (let round = 0; round < 10; round += 1) waits.push((await save()).waited)
  expect(Math.min(...waits)).toBeLessThan(20)
})
