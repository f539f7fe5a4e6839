import { beforeAll, expect, test } from 'vitest'
import { createCaseStudy } from '@/lib/case-studies/create'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { restoreCaseStudy } from '@/lib/case-studies/restore'
import { addFavourite, favouriteIds, removeFavourite } from '@/lib/favourites/favourites'
import { addWatch, removeWatch, watchedRefs } from '@/lib/following/watches'
import { mergePages } from '@/lib/pages/merge'
import { findPageState } from '@/lib/pages/queries'
import { returnPage } from '@/lib/pages/return'
import { unmergePage } from '@/lib/pages/unmerge'
import { withdrawPage } from '@/lib/pages/withdraw'
import { db } from '@/lib/platform/db'
import { verifyChains } from '@/lib/revisions/verify'
import { createStory, editStory } from '@/lib/stories/save'
import type { SignedIn } from '@/lib/users/access'
import { aContent, aPerson, aStoryContent, theContentsTree } from '@/tests/support/builders'
import { randomFrom } from '@/tests/support/random'
import { size } from '@/tests/support/size'
import { Model, type Page } from './p06-model'

// P06: whatever is done to pages is reversible and exact. Random deeds are done to the Cupboard and to a model of forty
// lines; after each the two must tell the same.
const deeds = size({ suite: 60, full: 2000 })
const seed = Number(process.env.CUPBOARD_SEED || 20261122)
const reason = 'A reason of some length'

let people: SignedIn[]
let moderator: SignedIn

beforeAll(async () => {
  await theContentsTree()
  people = [await aPerson(), await aPerson(), await aPerson()]
  moderator = await aPerson('moderator')
})

test(`${deeds} random deeds leave exactly what the model says`, async () => {
  const random = randomFrom(seed)
  const model = new Model()
  const counts: Record<string, number> = {}
  for (let step = 1; step <= deeds; step++) {
    const deed = model.pages.size < 4 ? 'create' : random.pick(Object.keys(DEEDS))
    const accepted = await (DEEDS[deed] as Deed)(model, random, step)
    counts[deed] = (counts[deed] ?? 0) + 1
    const told = `seed ${seed}, step ${step}: ${deed}, ${accepted ? 'done' : 'refused'}`
    expect(await standing(), told).toEqual(model.standing())
    expect(await following(people), told).toEqual(people.map(({ id }) => model.following(id)))
  }
  const { faults } = await verifyChains()
  expect(faults).toEqual([])
  console.log(`P06 ${deeds} operations, 0 differences (${JSON.stringify(counts)})`)
})

type Deed = (model: Model, random: ReturnType<typeof randomFrom>, step: number) => Promise<boolean>

/** Each does it to the Cupboard, and to the model when it was accepted. Whether it had to be is for the model to say. */
const DEEDS: Record<string, Deed> = {
  create: async (model, random, step) => {
    const title = `Title ${step}`
    const names = random.pick([[], [random.pick(model.ids('case_study')) ?? 1]])
    const story = model.ids('case_study').length > 0 && random.next() < 0.3
    const outcome = story
      ? await createStory(random.pick(people), storyDraft(title, names))
      : await createCaseStudy(random.pick(people), caseDraft(title))
    if (!outcome.ok) throw new Error(outcome.reason)
    model.create(outcome.value.id, story ? 'story' : 'case_study', { title, names: story ? names : [] })
    return true
  },
  edit: (model, random, step) => save(model, random, { title: `Title ${step}` }),
  rename: (model, random, step) => save(model, random, { title: `Renamed ${step}` }),
  relink: async (model, random) => {
    const names = [random.pick(model.ids('case_study')), random.pick(model.ids('case_study'))]
    return save(model, random, { names: [...new Set(names)] }, 'story')
  },
  restore: async (model, random) => {
    const page = random.pick([...model.pages.values()].filter(({ kind }) => kind === 'case_study'))
    const number = 1 + random.below(page.versions.length)
    const wanted = { id: page.id, number, base: page.versions.length }
    const outcome = await restoreCaseStudy(random.pick(people), wanted)
    const same = page.versions.at(-1)?.title === page.versions[number - 1]?.title
    expect(outcome.ok, `restoring ${page.id}`).toBe(page.state === 'live' && !same)
    if (outcome.ok) model.save(page, page.versions[number - 1] as Page['versions'][number])
    return outcome.ok
  },
  withdraw: async (model, random) => {
    const page = random.pick([...model.pages.values()])
    const outcome = await withdrawPage(moderator, { id: page.id, reason })
    expect(outcome.ok).toBe(page.state === 'live')
    if (outcome.ok) page.state = 'withdrawn'
    return outcome.ok
  },
  return: async (model, random) => {
    const page = random.pick(model.inState('withdrawn') ?? [...model.pages.values()])
    const outcome = await returnPage(moderator, { id: page.id, reason })
    expect(outcome.ok).toBe(page.state === 'withdrawn')
    if (outcome.ok) page.state = 'live'
    return outcome.ok
  },
  merge: async (model, random) => {
    const [page, into] = [random.pick([...model.pages.values()]), random.pick([...model.pages.values()])]
    const outcome = await mergePages(moderator, { id: page.id, into: into.id, reason })
    const may = page !== into && page.kind === into.kind && page.state === 'live' && into.state === 'live'
    expect(outcome.ok).toBe(may)
    if (outcome.ok) Object.assign(page, { state: 'merged', into: into.id })
    return outcome.ok
  },
  unmerge: async (model, random) => {
    const page = random.pick(model.inState('merged') ?? [...model.pages.values()])
    const outcome = await unmergePage(moderator, { id: page.id, reason })
    expect(outcome.ok).toBe(page.state === 'merged')
    if (outcome.ok) Object.assign(page, { state: 'live', into: null })
    return outcome.ok
  },
  favourite: async (model, random) => {
    const [page, person] = [random.pick([...model.pages.values()]), random.pick(people)]
    const outcome = await addFavourite(person, page.id)
    expect(outcome.ok).toBe(page.state === 'live' && page.kind === 'case_study')
    if (outcome.ok) model.favourites.add(`${person.id} ${page.id}`)
    return outcome.ok
  },
  unfavourite: async (model, random) => {
    const [page, person] = [random.pick([...model.pages.values()]), random.pick(people)]
    await removeFavourite(person, page.id)
    for (const id of model.leadingTo(page.id)) model.favourites.delete(`${person.id} ${id}`)
    return true
  },
  watch: async (model, random) => {
    const [page, person] = [random.pick([...model.pages.values()]), random.pick(people)]
    const outcome = await addWatch(person, { kind: 'page', ref: String(page.id) })
    expect(outcome.ok).toBe(page.state === 'live')
    if (outcome.ok) model.watches.add(`${person.id} ${page.id}`)
    return outcome.ok
  },
  unwatch: async (model, random) => {
    const [page, person] = [random.pick([...model.pages.values()]), random.pick(people)]
    await removeWatch(person, { kind: 'page', ref: String(page.id) })
    for (const id of model.leadingTo(page.id)) model.watches.delete(`${person.id} ${id}`)
    return true
  },
}

async function save(
  model: Model,
  random: ReturnType<typeof randomFrom>,
  change: Partial<Page['versions'][number]>,
  kind?: Page['kind'],
) {
  const page = random.pick([...model.pages.values()].filter((one) => !kind || one.kind === kind))
  if (!page) return false
  const version = { ...(page.versions.at(-1) as Page['versions'][number]), ...change }
  const edit = { id: page.id, base: page.versions.length }
  const outcome =
    page.kind === 'story'
      ? await editStory(random.pick(people), { ...edit, ...storyDraft(version.title, version.names) })
      : await editCaseStudy(random.pick(people), { ...edit, ...caseDraft(version.title) })
  const same = JSON.stringify(version) === JSON.stringify(page.versions.at(-1))
  expect(outcome.ok, `saving ${page.id}`).toBe(page.state === 'live' && !same)
  if (outcome.ok) model.save(page, version)
  return outcome.ok
}

function caseDraft(title: string) {
  return { content: aContent({ title }), note: 'A note' }
}

function storyDraft(title: string, names: number[]) {
  return { content: aStoryContent(names, { title }), note: 'A note' }
}

/** Everything that readers are shown of pages, from the tables that they are shown from. */
async function standing() {
  const [pages, revisions, shown, links] = await Promise.all([
    db.page.findMany({ orderBy: { id: 'asc' } }),
    db.revision.findMany({ orderBy: [{ pageId: 'asc' }, { number: 'asc' }] }),
    db.$queryRaw<{ id: number; title: string }[]>`
      SELECT page_id AS id, title FROM case_study UNION ALL SELECT page_id, title FROM story ORDER BY id`,
    db.stageCaseStudy.findMany({ orderBy: [{ storyId: 'asc' }, { caseStudyId: 'asc' }] }),
  ])
  const ends = await Promise.all(
    pages.map(async ({ id, mergedInto }) => mergedInto && (await findPageState(id))?.mergedInto?.id),
  )
  return {
    pages: pages.map(({ id, slug, state }, at) => [id, slug, state, ends[at] ?? null]),
    versions: revisions.map(({ pageId, number, content }) => {
      return [pageId, number, (content as { title: string }).title]
    }),
    shown: shown.map(({ id, title }) => [id, title]),
    links: links.map(({ storyId, caseStudyId }) => [storyId, caseStudyId]),
  }
}

function following(everyone: SignedIn[]) {
  return Promise.all(
    everyone.map(async (person) => ({
      favourites: (await favouriteIds(person)).sort((a, b) => a - b),
      watches: [...new Set(await watchedRefs(person))].sort(),
    })),
  )
}
