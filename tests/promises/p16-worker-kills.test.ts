import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeMail } from '@/lib/outbox/mail'
import { db, pool } from '@/lib/platform/db'
import { typeScript } from '@/scripts/lib/processes.mjs'
import { aMailServer, type MailServer } from '../support/mail-server'
import { size } from '../support/size'

// P16: background work is done once, whatever happens to the process that does it.
const jobs = size({ suite: 60, full: 5000 })
const kills = size({ suite: 4, full: 100 })
const perLife = Math.floor(jobs / (kills + 1))

let mailServer: MailServer
let worker: ChildProcess | null = null

beforeAll(async () => {
  mailServer = await aMailServer()
})
afterAll(async () => {
  worker?.kill('SIGKILL')
  await mailServer.close()
})

test(`P16 ${jobs} mails by a worker killed ${kills} times: none lost, none sent twice; a poisoned job is parked`, async () => {
  await writeMails()
  await pool().query(
    `SELECT graphile_worker.add_job('case-study.saved', '{"pageId": "poison"}'::json, max_attempts => 2)`,
  )
  const random = seeded(16)
  for (let kill = 0; kill < kills; kill += 1) {
    const goal = mailServer.state.taken.length + Math.max(1, Math.floor(random() * perLife * 1.5))
    worker = startWorker()
    await taken(Math.min(goal, jobs))
    // Anywhere in the work on the mails after that one.
    await pause(Math.floor(random() * 40))
    worker.kill('SIGKILL')
    await once(worker, 'exit')
  }
  worker = startWorker()
  await settled()
  await parked()

  const ids = mailServer.state.taken.map(({ id }) => id)
  const states = await db.mail.groupBy({ by: ['state'], _count: true })
  console.log(`P16: ${jobs} mails, ${kills} kills: ${ids.length} arrived, ${new Set(ids).size} different`)
  expect(states.map(({ state, _count }) => [state, _count])).toEqual([['sent', jobs]])
  expect(new Set(ids).size, 'none lost').toBe(jobs)
  expect(ids.length, 'none sent twice').toBe(jobs)
  expect(mailServer.state.taken.every(({ to }) => to.length === 1)).toBe(true)
})

async function writeMails() {
  for (let from = 0; from < jobs; from += 100)
    await db.$transaction(async (tx) => {
      for (let number = from; number < Math.min(jobs, from + 100); number += 1)
        await writeMail(tx, {
          key: `p16:${number}`,
          to: { name: '', address: `person${number % 97}@example.gov.uk` },
          subject: `Mail ${number}`,
          text: 'Something changed.\n'.repeat(1 + (number % 60)),
        })
    })
}

function startWorker(): ChildProcess {
  const env = { ...process.env, NODE_ENV: 'production' as const, SMTP_URL: mailServer.url }
  const child = spawn(process.execPath, [...typeScript, 'lib/worker/main.ts'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr?.resume()
  return child
}

/** Resolves when that many mails have arrived. */
function taken(count: number): Promise<void> {
  return new Promise((resolve) => {
    const look = () => mailServer.state.taken.length >= count && resolve()
    mailServer.state.onTaken = look
    look()
  })
}

async function settled(): Promise<void> {
  while ((await db.mail.count({ where: { state: { not: 'sent' } } })) > 0) await pause(200)
}

async function parked(): Promise<void> {
  for (;;) {
    const { rows } = await pool().query<{ attempts: number; max_attempts: number }>(
      `SELECT attempts, max_attempts FROM graphile_worker.jobs WHERE task_identifier = 'case-study.saved'`,
    )
    expect(rows).toHaveLength(1)
    if (rows[0]?.attempts === rows[0]?.max_attempts) return
    await pause(200)
  }
}

/** The same numbers in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
