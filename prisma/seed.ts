import { fileURLToPath } from 'node:url'
import { createCaseStudy } from '@/lib/case-studies/create'
import { caseStudyContent } from '@/lib/case-studies/schema'
import { beginLawRegister } from '@/lib/legal/begin-register'
import { emit } from '@/lib/outbox/emit'
import { db, disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { slugOf } from '@/lib/platform/slug'
import { createStory } from '@/lib/stories/save'
import { storyContent } from '@/lib/stories/schema'
import { writeFirstTemplate } from '@/lib/templates/publish'
import type { SignedIn } from '@/lib/users/access'
import { drainOutbox } from '@/lib/worker/tasks'
import { saveDemonstrationAccounts } from './demonstration'
import {
  readHeadings,
  readStarterFiles,
  readYaml,
  type StarterFile,
  type StarterOrganisation,
} from './starter-files'

const LOAD = 'starter-content'
const NOTE = 'Starter content, written from public sources'

/** Loads the starter content into an empty database, or finishes a load that was cut short. */
export async function seed(): Promise<void> {
  await writeFirstTemplate()
  await beginLawRegister(await readYaml('laws.yaml'))
  if (env.demo) await whenThereAreOrganisations(saveDemonstrationAccounts)
  if (await db.starterLoad.findUnique({ where: { name: LOAD } })) return
  if ((await db.page.count()) > 0 && !(await findStarterAuthor())) {
    console.log('The database has content of its own, so no starter content was loaded.')
    return
  }
  await loadHeadings()
  await loadOrganisations()
  if (env.demo) await saveDemonstrationAccounts()
  const author = await starterAuthor()
  const ids = await loadCaseStudies(author)
  const stories = await loadStories(author, ids)
  await drainOutbox()
  await db.starterLoad.create({ data: { name: LOAD } })
  console.log(
    `Loaded ${ids.size} case studies, ${stories} change stories and ${await db.organisation.count()} organisations.`,
  )
}

async function whenThereAreOrganisations(act: () => Promise<void>) {
  if ((await db.organisation.count()) > 0) await act()
}

async function loadHeadings() {
  const { sections, categories } = await readHeadings()
  const keys = new Map(sections.map(({ letter, key }) => [letter, key]))
  const rows = [
    ...sections.map(({ letter, key, ...rest }) => ({
      ...rest,
      code: letter,
      section: key,
      parentCode: null,
      alsoCalled: [],
      cpv: [],
    })),
    ...categories.map(({ parent, ...rest }) => ({
      ...rest,
      parentCode: parent,
      section: keys.get(rest.code.charAt(0)) as string,
    })),
  ]
  await db.category.createMany({
    data: rows.map((row, position) => ({ ...row, position })),
    skipDuplicates: true,
  })
}

async function loadOrganisations() {
  const organisations = await readYaml<StarterOrganisation[]>('organisations.yaml')
  const data = organisations.map((organisation) => ({ ...organisation, slug: slugOf(organisation.name) }))
  await db.$transaction(async (tx) => {
    await tx.organisation.createMany({ data, skipDuplicates: true })
    await emit(tx, 'organisations.loaded', {})
  })
}

const AUTHOR = 'starter-content'

function findStarterAuthor() {
  return db.person.findUnique({ where: { handle: AUTHOR } })
}

/** An author without a password: nobody can sign in as it, and history names it plainly. */
async function starterAuthor(): Promise<SignedIn> {
  const person = await db.person.upsert({
    where: { handle: AUTHOR },
    create: {
      handle: AUTHOR,
      name: 'The Cupboard’s starter content',
      email: 'starter-content@cupboard.invalid',
      role: 'contributor',
    },
    update: {},
  })
  return { ...person, sessionId: '' }
}

async function loadCaseStudies(author: SignedIn): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const file of await readStarterFiles('case-studies')) {
    const content = caseStudyContent.parse(contentOf(file))
    const known = await findLoaded(author, slugOf(content.title))
    if (known) ids.set(file.facts.code, known)
    else {
      const outcome = await createCaseStudy(author, { content, note: NOTE })
      if (!outcome.ok) throw new Error(`${file.facts.code} was refused: ${outcome.reason}`)
      ids.set(file.facts.code, outcome.value.id)
    }
  }
  return ids
}

async function loadStories(author: SignedIn, ids: Map<string, number>): Promise<number> {
  const files = await readStarterFiles('stories')
  for (const file of files) {
    const content = storyContent.parse(storyOf(file, ids))
    if (await findLoaded(author, slugOf(content.title))) continue
    const outcome = await createStory(author, { content, note: NOTE })
    if (!outcome.ok) throw new Error(`${file.facts.code} was refused: ${outcome.reason}`)
  }
  return files.length
}

async function findLoaded({ actorId }: SignedIn, slug: string): Promise<number | null> {
  const page = await db.page.findFirst({
    where: { slug, revisions: { some: { number: 1, actorId } } },
    select: { id: true },
  })
  return page?.id ?? null
}

function contentOf({ facts, parts }: StarterFile) {
  return {
    ...facts,
    context: parts.Context ?? '',
    action: parts.Action ?? '',
    impact: parts.Impact ?? '',
    happenedNext: parts['What happened next'] ?? '',
  }
}

function storyOf({ facts, parts }: StarterFile, ids: Map<string, number>) {
  const stages = facts.stages as { title: string; cases: string[] }[]
  return {
    ...facts,
    stages: stages.map((stage) => ({
      ...stage,
      text: parts[stage.title] ?? '',
      caseStudies: stage.cases.flatMap((code) => ids.get(code) ?? []),
    })),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await seed()
  await disconnect()
}
