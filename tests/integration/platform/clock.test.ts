import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { type Clock, openClock } from '@/lib/platform/publication/clock.mjs'
import { publishing } from '@/lib/platform/publication/publishing'
import { until } from '@/tests/support/until'
import { aWire, type Wire } from '@/tests/support/wire'

const url = process.env.DATABASE_URL as string
let clock: Clock
let emptied = 0
let heard: { number: number; tags: string[] }[] = []

beforeEach(async () => {
  ;[emptied, heard] = [0, []]
  clock = await aClock()
  clock.heard((tags, number) => heard.push({ number, tags }))
})
afterEach(() => clock.close())

async function aClock(databaseUrl = url) {
  const opened = openClock({ databaseUrl, kind: 'pages', onEmptied: () => (emptied += 1) })
  expect(await opened.mayServeWithin(10_000)).toBe(true)
  return opened
}

function publish(tags: string[]) {
  return publishing(db, tags)
}

async function cutTheLine() {
  await pool().query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'cupboard clock%'`,
  )
}

describe('the number', () => {
  test('rises in the order of commits, however many write at once', async () => {
    await pool().query('CREATE TABLE written (tag text)')
    const seen: { n: number; tags: string[] }[] = []
    let writing = true
    const watching = (async () => {
      while (writing) {
        const { rows } = await pool().query<{ n: string; tags: string[] }>(
          'SELECT n, ARRAY(SELECT tag FROM written) AS tags FROM publication_clock',
        )
        seen.push(...rows.map(({ n, tags }) => ({ n: Number(n), tags })))
      }
    })()
    await Promise.all(Array.from({ length: 6 }, (_, writer) => writeMany(writer, 25)))
    writing = false
    await watching
    await until(() => heard.length === 150)

    const numberOf = new Map(heard.map(({ number, tags: [tag] }) => [tag, number]))
    const numbers = heard.map(({ number }) => number)
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
    // Who reads at number n reads what has a number up to n, all of it and nothing else.
    const wrong = seen.filter(({ n, tags }) => {
      const expected = [...numberOf].filter(([, number]) => number <= n).map(([tag]) => tag)
      return expected.length !== tags.length || !tags.every((tag) => (numberOf.get(tag) as number) <= n)
    })
    expect(wrong).toEqual([])
    expect(new Set(seen.map(({ tags }) => tags.length)).size).toBeGreaterThan(10)
  })

  /** Each transaction takes its time, before or after it says what it publishes. */
  async function writeMany(writer: number, transactions: number) {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    for (let at = 0; at < transactions; at += 1) {
      const tag = `${writer}-${at}`
      await client.query('BEGIN')
      await client.query('INSERT INTO publication (tags) VALUES (ARRAY[$1])', [tag])
      await client.query('SELECT pg_sleep($1)', [((writer * 7 + at * 3) % 5) / 1000])
      await client.query('INSERT INTO written VALUES ($1)', [tag])
      await client.query('COMMIT')
    }
    await client.end()
  }

  test('is raised once a transaction, with every tag that it names, and not by one that is undone', async () => {
    await db.$transaction(async (tx) => {
      await publishing(tx, ['page:1', 'everything'])
      await publishing(tx, ['page:1', 'page:2'])
    })
    await expect(
      db.$transaction(async (tx) => {
        await publishing(tx, ['page:3'])
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    await publish(['page:4'])
    await until(() => heard.length === 2)
    expect(heard.map(({ tags }) => tags.sort())).toEqual([['everything', 'page:1', 'page:2'], ['page:4']])
    expect(await db.publication.count()).toBe(0)
  })

  test('comes with more tags than one notification holds, and with everything when they are thousands', async () => {
    const before = clock.now()
    const tags = (count: number) => Array.from({ length: count }, (_, at) => `page:${100_000 + at}`)
    await publish(tags(3000))
    await until(() => clock.now() > before)
    expect(heard.length).toBeGreaterThan(1)
    expect(heard.flatMap(({ tags: some }) => some).sort()).toEqual(tags(3000))
    expect(clock.isFresh(['page:102999'], before)).toBe(false)
    expect(clock.isFresh(['page:103000'], before)).toBe(true)

    await publish(tags(5001))
    await until(() => heard.at(-1)?.tags[0] === '*')
    expect(clock.isFresh(['page:103000'], before)).toBe(false)
  })
})

describe('the lease', () => {
  test('ends with the connection, and what was kept before is outdated once there is another', async () => {
    const before = clock.now()
    await cutTheLine()
    await until(() => !clock.mayServe())
    expect(await clock.mayServeWithin(10_000)).toBe(true)
    expect(emptied).toBe(1)
    expect(clock.isFresh(['page:1'], before)).toBe(false)
    expect(clock.isFresh(['page:1'], clock.now())).toBe(true)
    // What was published meanwhile is no gap: the number is that of the database.
    await publish(['page:1'])
    await until(() => heard.some(({ tags }) => tags.includes('page:1')))
  })

  test('ends within its length when the database falls silent, though the connection stands', async () => {
    const wire: Wire = await aWire(url)
    const far = await aClock(wire.url)
    wire.silence()
    const silentSince = performance.now()
    await until(() => !far.mayServe())
    expect(performance.now() - silentSince).toBeLessThan(600)
    await far.close()
    await wire.close()
  })

  test('is not renewed where notifications do not arrive', async () => {
    const wire = await aWire(url)
    const far = await aClock(wire.url)
    wire.dropNotifications()
    await publish(['page:1'])
    await until(() => !far.mayServe())
    await pause(500)
    expect(far.mayServe()).toBe(false)
    await far.close()
    await wire.close()
  })

  test('is lost by whoever was waited for in vain, who has its turn again and has missed nothing', async () => {
    const before = clock.now()
    await db.publicationPeer.deleteMany()
    await publish(['page:1'])
    await until(async () => (await db.publicationPeer.count()) === 1)
    expect(await clock.mayServeWithin(10_000)).toBe(true)
    expect(emptied).toBe(0)
    expect(clock.isFresh(['page:1'], before)).toBe(false)
    expect(clock.isFresh(['page:2'], before)).toBe(true)
  })

  test('ends, with all that was kept, when the number goes down', async () => {
    const before = clock.now()
    await db.publicationClock.updateMany({ data: { n: 5 } })
    await until(() => emptied === 1)
    expect(await clock.mayServeWithin(10_000)).toBe(true)
    expect(clock.isFresh(['page:2'], before)).toBe(false)
  })

  test('costs the database no writing while nothing is published', async () => {
    const writes = async () => {
      const { rows } = await pool().query<{ n: string }>(
        'SELECT pg_current_wal_insert_lsn() - $1::pg_lsn AS n',
        ['0/0'],
      )
      return Number(rows[0]?.n)
    }
    const [seen] = await db.publicationPeer.findMany()
    const before = await writes()
    await pause(1000)
    expect((await writes()) - before).toBeLessThan(2000)
    expect(await db.publicationPeer.findMany()).toEqual([seen])
  })
})
