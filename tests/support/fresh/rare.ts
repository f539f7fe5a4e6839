import { setTimeout as pause } from 'node:timers/promises'
import { postForm, postFormTwice } from './forms'
import type { Expects } from './judge'
import { findOut, saveByApi } from './saves'
import type { Subject } from './subject'
import { type Look, lookEverywhere, type World } from './world'

export type Rare = (world: World, subject: Subject, time: number) => Promise<void>

const holds =
  (text: string, not?: string): Expects =>
  (answer) => {
    if (answer.status !== 200) return `${answer.status} instead of “${text}”`
    if (not && answer.text.includes(not)) return `“${not}” still`
    return answer.text.includes(text) ? null : `no “${text}”`
  }
/** Between the tags. */
const says =
  (words: string): Expects =>
  (answer) =>
    holds(words)({ ...answer, text: answer.text.replace(/<[^>]*>/g, '') })
const lacks =
  (text: string): Expects =>
  (answer) =>
    answer.status === 200 && !answer.text.includes(text) ? null : `${answer.status}, “${text}” still`
const is =
  (status: number): Expects =>
  (answer) =>
    answer.status === status ? null : `${answer.status} instead of ${status}`
const leadsTo =
  (path: string): Expects =>
  ({ status, headers }) =>
    status === 301 && headers.location?.endsWith(path)
      ? null
      : `${status} ${headers.location} instead of 301 ${path}`

/** Looks of one deed: what comes after the next deed on the same case study has begun is not judged. */
async function look(world: World, subject: Subject, looks: Look[]) {
  const { deeds } = subject
  const counts = () => subject.deeds === deeds
  await lookEverywhere(
    world,
    looks.map((each) => ({ ...each, counts })),
  )
}

const rename: Rare = async (world, subject, time) => {
  const [before, was] = [subject.path, titleOf(subject, time - 1)]
  const title = titleOf(subject, time)
  subject.sent += 1
  if (!(await saveByApi(world, subject, title))) return findOut(world, subject)
  subject.acknowledged = subject.sent
  await look(world, subject, [
    { path: subject.path, expects: subject.shown() },
    { path: before, expects: leadsTo(subject.path) },
    { path: subject.category.path, expects: holds(title, was) },
  ])
}

function titleOf({ key }: Subject, time: number) {
  return `Subject ${key} of the experiment, by its name ${time + 1}.`
}

const talk: Rare = async (world, subject, time) => {
  const body = `Talk ${subject.key} ${time}: by how much did it fall?`
  const answer = await comment(world, subject, body)
  if (!answer) return
  const thread = new URL(answer.headers.location ?? '', world.site).pathname
  await look(world, subject, [
    { path: thread, expects: holds(body) },
    { path: subject.path, expects: says(`(${await openThreads(world, subject)} open)`) },
  ])
}

function comment(world: World, { path }: Subject, body: string) {
  const fill = { field: 'impact', title: 'By how much?', body }
  return postForm(world, 'comment', { path: `${path}/discussion`, as: 'officer', fill, holding: 'body' })
}

async function openThreads({ query }: World, { id }: Subject) {
  const sql = `SELECT count(*)::int AS n FROM thread WHERE page_id = $1 AND resolved_at IS NULL`
  const [found] = (await query(sql, [id])) as { n: number }[]
  return found?.n ?? 0
}

const withdraw: Rare = async (world, subject) => {
  const filling = { path: `${subject.path}/withdraw`, as: 'moderator', holding: 'reason' }
  const gone = await postForm(world, 'withdrawal', { ...filling, fill: { reason: 'It stood twice.' } })
  if (gone) {
    await look(world, subject, [
      { path: subject.path, expects: is(410) },
      { path: `${subject.path}/history`, expects: is(410) },
      { path: subject.category.path, expects: lacks(`Subject ${subject.key} of`) },
    ])
  }
  subject.deeds += 1
  const back = await postForm(world, 'return', { ...filling, fill: { reason: 'It did not.' } })
  if (!back) return
  await look(world, subject, [
    { path: subject.path, expects: subject.shown() },
    { path: subject.category.path, expects: subject.shown() },
  ])
}

const heading: Rare = async (world, subject, time) => {
  const { code } = subject.category
  const name = `Heading of the experiment, named ${time + 1} times`
  const proposed = await postFormTwice(world, 'heading, proposed', {
    path: `/categories/changes/new?kind=rename&code=${code}`,
    as: 'officer',
    holding: 'proposal.name',
    fill: { 'proposal.name': name, reason: 'It is looked for by that name.' },
    first: { intent: 'preview' },
    second: { intent: 'send' },
  })
  if (!proposed) return
  const path = new URL(proposed.headers.location ?? '', world.site).pathname
  const stance = { stance: 'support', reason: 'So do we.' }
  const position = { path, as: 'representative', holding: 'reason', fill: stance }
  if (!(await postForm(world, 'position on a heading', position, [200, 303]))) return
  const decision = { decision: 'Everybody agrees.' }
  const decide = { path, as: 'admin', holding: 'decision', fill: decision, press: { verdict: 'apply' } }
  if (!(await postForm(world, 'heading, decided', decide, [200, 303]))) return
  const [found] = (await world.query('SELECT slug, name FROM category WHERE code = $1', [code])) as {
    slug: string
    name: string
  }[]
  if (found?.name !== name) throw new Error(`heading ${code} is “${found?.name}” instead of “${name}”`)
  subject.category.path = `/categories/${code.toLowerCase()}-${found.slug}`
  await look(world, subject, [
    { path: subject.category.path, expects: holds(name) },
    { path: '/categories', expects: holds(name) },
    { path: subject.path, expects: holds(name) },
  ])
}

const law: Rare = async (world, subject, time) => {
  const note = `Law note ${time} of the experiment.`
  const changed = await postFormTwice(world, 'law register', {
    path: '/admin/law/pcr2015',
    as: 'admin',
    holding: 'law.note',
    fill: { 'law.note': note, why: 'The note says it better.' },
    first: { intent: 'preview' },
    second: { intent: 'publish' },
  })
  if (!changed) return
  const version = new URL(changed.headers.location ?? '', world.site).pathname
  await look(world, subject, [
    { path: '/law/pcr2015', expects: holds(note) },
    { path: version, expects: holds(note) },
  ])
}

/** The worker's own writing: once its job is gone, what it has written shows. */
const worker: Rare = async (world, subject, time) => {
  const wrong = `Written past the site, time ${time}.`
  await world.query('UPDATE legal_status SET why = $2 WHERE page_id = $1', [subject.id, wrong])
  const body = `Talk ${subject.key} ${time}: is that so?`
  if (await comment(world, subject, body))
    await look(world, subject, [{ path: subject.path, expects: holds(wrong) }])
  const payload = JSON.stringify({ _cron: { ts: new Date().toISOString() } })
  await world.query(`SELECT graphile_worker.add_job('law.day', $1::json)`, [payload])
  const waiting = `SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'law.day' LIMIT 1`
  while ((await world.query(waiting)).length > 0) await pause(10)
  subject.deeds += 1
  await look(world, subject, [{ path: subject.path, expects: lacks(wrong) }])
}

/** Changes other than of a text, in turn. */
export const RARE: Record<string, Rare> = { rename, talk, withdraw, heading, law, worker }
