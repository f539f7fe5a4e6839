// A process of its own that keeps the titles of pages in memory by the clock of publications, as a page server does, and
// answers to its parent. DATABASE_URL says where.
import pg from 'pg'
import { openClock } from '../../lib/platform/publication/clock.mjs'

const databaseUrl = process.env.DATABASE_URL
const kept = new Map()
const clock = openClock({ databaseUrl, kind: 'page-server', onEmptied: () => kept.clear() })
const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
pool.on('error', () => {})

async function read(id) {
  const entry = kept.get(id)
  if (clock.mayServe() && entry && clock.isFresh([`page:${id}`], entry.startedAt))
    return { slug: entry.slug, from: 'memory' }
  const startedAt = clock.now()
  const { rows } = await pool.query('SELECT slug FROM page WHERE id = $1', [id])
  const { slug } = rows[0]
  if (clock.isFresh([`page:${id}`], startedAt)) kept.set(id, { slug, startedAt })
  return { slug, from: 'database' }
}

process.on('message', async ({ ask, id, ms }) => {
  if (ask === 'read') process.send({ id, ...(await read(id)) })
  if (ask === 'lease') process.send({ holds: await clock.mayServeWithin(ms) })
  if (ask === 'toil') {
    process.send({ toils: true })
    const end = performance.now() + ms
    while (performance.now() < end);
  }
  if (ask === 'leave') {
    await clock.close()
    process.send({ left: true })
  }
})
process.on('disconnect', () => process.exit())
