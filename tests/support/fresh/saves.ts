import { postForm } from './forms'
import type { Subject } from './subject'
import { change, type Look, lookEverywhere, type World } from './world'

/** Publishes a subject for the first time, through the API. */
export async function publish(world: World, subject: Subject): Promise<void> {
  const answer = await change(world, 'publish', {
    path: '/api/v1/case-studies',
    method: 'POST',
    expects: [201],
    ...json(world, subject.content(0)),
  })
  if (!answer) throw new Error('nothing may be in trouble yet')
  const { id, url } = JSON.parse(answer.text)
  Object.assign(subject, { id, path: new URL(url).pathname })
}

/** One edit and, when it was acknowledged, reads of what shows it from every process at once. */
export async function editAndLook(world: World, subject: Subject, turn: number): Promise<void> {
  const byForm = turn % 20 === 7
  subject.sent += 1
  const done = byForm ? await saveByForm(world, subject) : await saveByApi(world, subject)
  if (!done) return findOut(world, subject)
  subject.acknowledged = subject.sent
  await lookEverywhere(world, [
    { path: subject.path, expects: subject.shown() },
    placeOf(world, subject, turn),
  ])
}

/** `title` renames it. */
export async function saveByApi(world: World, subject: Subject, title?: string): Promise<boolean> {
  const { headers, body } = json(world, subject.content(subject.sent, title))
  const answer = await change(world, 'save by API', {
    path: `/api/v1/case-studies/${subject.id}`,
    method: 'PUT',
    headers: { ...headers, 'If-Match': `"${subject.revision}"` },
    body,
  })
  if (!answer) return false
  const { revision, url } = JSON.parse(answer.text)
  Object.assign(subject, { revision, path: new URL(url).pathname })
  return true
}

async function saveByForm(world: World, subject: Subject): Promise<boolean> {
  const content = subject.content(subject.sent)
  const path = `${subject.path}/edit`
  const posted = await postForm(world, 'save by form', {
    path,
    as: 'officer',
    fill: { summary: content.summary, impact: String(content.impact), note: String(content.note) },
    holding: 'impact',
  })
  if (posted) subject.revision += 1
  return posted !== null
}

/** Where else an edit shows: by turns. */
function placeOf({ cookies }: World, subject: Subject, turn: number): Look {
  const { path, category, id } = subject
  const [shown, told] = [subject.shown(), subject.told()]
  const places: Look[] = [
    { path: category.path, expects: shown },
    { path: `${path}/history`, expects: told },
    { path: '/recent-changes', expects: told },
    { path: `/api/v1/case-studies/${id}`, expects: shown },
    { path, expects: shown, cookie: cookies.officer },
    { path: '/feeds/recent.atom', expects: told },
    { path: `${path}/v/${subject.revision}`, expects: shown },
  ]
  return places[turn % places.length] as Look
}

/** After an answer that never came: how far it had got. Nothing was acknowledged, so nothing more is demanded. */
export async function findOut(world: World, subject: Subject): Promise<void> {
  const [found] = (await world.query('SELECT head_number, slug FROM page WHERE id = $1', [subject.id])) as {
    head_number: number
    slug: string
  }[]
  if (!found) throw new Error(`case study ${subject.id} is gone`)
  subject.revision = found.head_number
  subject.path = `/case-studies/${subject.id}-${found.slug}`
}

function json({ tokens, random }: World, content: object) {
  return {
    headers: { Authorization: `Bearer ${random.pick(tokens)}`, 'Content-Type': 'application/json' },
    body: Buffer.from(JSON.stringify(content)),
  }
}
