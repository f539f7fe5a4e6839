import { expect, test } from 'vitest'
import { writeMail } from '@/lib/outbox/mail'
import { db, pool } from '@/lib/platform/db'
import { cleanUp } from '@/lib/worker/clean-up'
import { releaseJobsOfTheDead } from '@/lib/worker/presence'
import { listProblems, tryAgain } from '@/lib/worker/problems'
import { drainOutbox } from '@/lib/worker/tasks'
import { aPerson } from '@/tests/support/builders'

async function park() {
  await pool().query(
    `SELECT graphile_worker.add_job('story.saved', '{"pageId": "x"}'::json, max_attempts => 1)`,
  )
  await drainOutbox()
}

test('what failed is shown to administrators alone, without addresses, and can be tried again', async () => {
  await park()
  const mailId = await db.$transaction((tx) =>
    writeMail(tx, {
      key: 'failed',
      to: { name: '', address: 'hidden@example.gov.uk' },
      subject: 'Hello',
      text: 'Hello',
    }),
  )
  const problem = 'Recipient <hidden@example.gov.uk> refused'
  await db.mail.updateMany({ data: { state: 'dropped', problem } })
  const [admin, moderator] = [await aPerson('admin'), await aPerson('moderator')]

  expect(await listProblems(moderator)).toEqual({ mails: [], jobs: [] })
  expect(await listProblems(null)).toEqual({ mails: [], jobs: [] })
  const { mails, jobs } = await listProblems(admin)
  expect(mails).toMatchObject([
    { subject: 'Hello', problem: 'Recipient <an address> refused', dropped: true },
  ])
  expect(jobs).toMatchObject([{ task: 'story.saved' }])

  await tryAgain(moderator, { kind: 'mail', id: mailId ?? 0 })
  await tryAgain(moderator, { kind: 'job', id: Number(jobs[0]?.id) })
  expect(await listProblems(admin)).toMatchObject({
    mails: [{ dropped: true }],
    jobs: [{ task: 'story.saved' }],
  })
  await tryAgain(admin, { kind: 'mail', id: mailId ?? 0 })
  await tryAgain(admin, { kind: 'job', id: Number(jobs[0]?.id) })
  expect(await listProblems(admin)).toMatchObject({ mails: [{ dropped: false }], jobs: [] })
})

test('a job locked by a worker that is no more is given back; one of a living worker is not', async () => {
  const client = await pool().connect()
  await client.query(`SELECT pg_advisory_lock(hashtextextended('cupboard worker pool-alive', 0))`)
  await pool().query(
    `SELECT graphile_worker.add_job('mail.written', '{"mailId": 0}'::json) FROM generate_series(1, 2)`,
  )
  await pool().query(
    `UPDATE graphile_worker._private_jobs j SET locked_at = now() - interval '1 minute',
       locked_by = CASE WHEN place = 1 THEN 'pool-alive' ELSE 'pool-dead' END
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM graphile_worker._private_jobs
       WHERE payload::text = '{"mailId": 0}') AS placed WHERE placed.id = j.id`,
  )
  await releaseJobsOfTheDead()
  const { rows } = await pool().query(
    'SELECT locked_by FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL',
  )
  client.release(true)
  expect(rows).toEqual([{ locked_by: 'pool-alive' }])
})

test('discarded drafts and keys of saves go after thirty days, and nothing else does', async () => {
  const { id: personId } = await aPerson()
  const draft = { personId, kind: 'case_study', values: {} } as const
  const longAgo = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000)
  await db.draft.create({ data: { ...draft, discardedAt: longAgo } })
  const [kept, discarded] = [
    await db.draft.create({ data: { ...draft, createdAt: longAgo, savedAt: longAgo } }),
    await db.draft.create({ data: { ...draft, discardedAt: new Date() } }),
  ]
  await cleanUp(new Date())
  const left = await db.draft.findMany({ where: { personId }, orderBy: { id: 'asc' } })
  expect(left.map(({ id }) => id)).toEqual([kept.id, discarded.id])
})

test('a draft that nobody touched for two years goes', async () => {
  const { id: personId } = await aPerson()
  const ago = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000)
  const draft = { personId, kind: 'case_study', values: {} } as const
  await db.draft.create({ data: { ...draft, savedAt: ago(731) } })
  const kept = await db.draft.create({ data: { ...draft, savedAt: ago(729) } })
  await cleanUp(new Date())
  expect((await db.draft.findMany({ where: { personId } })).map(({ id }) => id)).toEqual([kept.id])
})
