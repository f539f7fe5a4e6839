import { randomUUID } from 'node:crypto'
import { createCaseStudy } from '@/lib/case-studies/create'
import { type CaseStudyContent, caseStudyContent } from '@/lib/case-studies/schema'
import { db } from '@/lib/platform/db'
import type { Outcome } from '@/lib/platform/outcome'
import type { Saved } from '@/lib/revisions/publish'
import { createStory } from '@/lib/stories/save'
import { type StoryContent, storyContent } from '@/lib/stories/schema'
import type { RoleName, SignedIn } from '@/lib/users/access'
import { beginSession } from '@/lib/users/sign-in'
import { readHeadings } from '@/prisma/starter-files'

let made = 0

/** The contents tree as the starter content has it. Every test of labels needs it. */
export async function theContentsTree(): Promise<void> {
  const { sections, categories } = await readHeadings()
  const keys = new Map(sections.map(({ letter, key }) => [letter, key]))
  const rows = [
    ...sections.map(({ letter, key, ...rest }) => {
      return { ...rest, code: letter, section: key, parentCode: null, alsoCalled: [], cpv: [] }
    }),
    ...categories.map(({ parent, ...rest }) => {
      return { ...rest, parentCode: parent, section: keys.get(rest.code.charAt(0)) as string }
    }),
  ]
  const data = rows.map((row, position) => ({ ...row, position }))
  await db.category.createMany({ data, skipDuplicates: true })
}

type PersonFacts = Parameters<typeof db.person.create>[0]['data']

/** Somebody signed in. Without a password: only the tests of signing in need one. */
export async function aPerson(role: RoleName = 'contributor', facts: Partial<PersonFacts> = {}) {
  made += 1
  const data = {
    name: `Person ${made}`,
    handle: `person-${made}`,
    email: `person${made}@example.gov.uk`,
    role,
  }
  const person = await db.person.create({ data: { ...data, ...facts } as never })
  const { id, actorId, name, handle, demonstration } = person
  const sessionId = await beginSession(id)
  return { id, actorId, sessionId, name, handle, role: person.role, demonstration } satisfies SignedIn
}

export function anOrganisation(name: string, facts: { type?: string; region?: string } = {}) {
  const { type = 'unitary', region = 'North East' } = facts
  return db.organisation.create({
    data: { name, slug: name.toLowerCase().replace(/\W+/g, '-'), type, region },
  })
}

/** The content of a case study that lives here, as the form would hand it over. */
export function aContent(changes: Partial<CaseStudyContent> = {}): CaseStudyContent {
  const content = caseStudyContent.parse({
    title: 'Warm homes in small lots',
    summary: 'A council split its heating contract so that local firms could win it.',
    context: 'Homes were cold.',
    action: 'The contract was split.',
    impact: 'Homes are warm.',
    home: 'here',
    categories: ['D10', 'E3.2'],
    legalStatus: {
      nation: 'England',
      regime: 'UNK',
      procedure: 'unknown',
      approvals: [{ kind: 'UNK' }],
      challenge: { state: 'unknown' },
    },
  })
  return { ...content, ...changes }
}

export function aResult(facts: Partial<CaseStudyContent['results'][number]> = {}) {
  const empty = { before: '', unit: '', period: '', measuredBy: '' }
  return {
    ...empty,
    measure: 'Local spend',
    after: '51%',
    source: 'a report',
    certainty: 'told' as const,
    ...facts,
  }
}

export function aResource(facts: Partial<CaseStudyContent['resources'][number]> = {}) {
  return {
    number: 1,
    kind: 'original' as const,
    title: 'The report',
    url: 'https://www.example.gov.uk/report',
    publisher: '',
    date: '',
    format: 'web' as const,
    seenOn: '',
    broken: false,
    note: '',
    ...facts,
  }
}

/** A case study that a contributor has published. */
export async function aPublishedCaseStudy(changes: Partial<CaseStudyContent> = {}) {
  const author = await aPerson()
  const content = aContent(changes)
  const caseStudy = value(await createCaseStudy(author, { content, note: 'First version' }))
  return { author, content, caseStudy }
}

/** What an editor of this case study would send. */
export function anEditOf(caseStudy: Saved, changes: Partial<CaseStudyContent>) {
  return { id: caseStudy.id, base: caseStudy.number, content: aContent(changes), note: 'A change' }
}

export function aStoryContent(caseStudyIds: number[], changes: Partial<StoryContent> = {}): StoryContent {
  const content = storyContent.parse({
    title: 'How the council warmed its homes',
    summary: 'In ten years every home became warm.',
    stages: [
      { title: 'Counting cold homes', when: '2010', text: 'They were counted.' },
      { title: 'Splitting the contract', when: '2014', text: 'It was split.', caseStudies: caseStudyIds },
    ],
    resources: [],
  })
  return { ...content, ...changes }
}

export async function aPublishedStory(caseStudyIds: number[]) {
  const author = await aPerson()
  const content = aStoryContent(caseStudyIds)
  return { author, content, story: value(await createStory(author, { content, note: 'First version' })) }
}

/** What an outcome holds, where a test takes for granted that it was not refused. */
export function value<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`)
  return outcome.value
}

export async function titleOf({ id }: { id: number }): Promise<string> {
  return (await db.caseStudy.findUniqueOrThrow({ where: { pageId: id } })).title
}

/** Signed in, but unknown to the database: for refusals that come before anything is read. */
export function aStranger(role: RoleName): SignedIn {
  const id = randomUUID()
  return {
    id,
    actorId: randomUUID(),
    sessionId: randomUUID(),
    name: 'S',
    handle: 's',
    role,
    demonstration: false,
  }
}
