import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SearchEngine } from '@/lib/search/engine'
import { keepDocuments, writeIndex } from '@/lib/search/keep'
import { planOf } from '@/lib/search/plan/expand'
import type { Ask, Found, SearchDocument, Texts } from '@/lib/search/schema'
import { aliasesOf } from '@/lib/search/synonyms'
import type { Kind } from '@/lib/search/vocabulary'

/** Who searches, and what is open to them. */
export const VIEWERS = {
  anon: ['public'],
  member: ['public', 'members', 'user:somebody'],
  'member:northshire': ['public', 'members', 'org:northshire', 'user:northshire-officer'],
  'member:eastmere': ['public', 'members', 'org:eastmere', 'user:eastmere-officer'],
} as const
export type ViewerName = keyof typeof VIEWERS

type Fixture = Partial<Pick<Texts, 'aliases' | 'labels' | 'fileName'>> & {
  key: string
  kind: Kind
  title: string
  body: string
  fileText?: string[]
  facets: SearchDocument['facets']
  acl: string[]
  year?: number
  favourites?: number
}

const PREFIXES: Record<Kind, (place: number) => string> = {
  case_study: (place) => `case-${1000 + place}`,
  story: (place) => `story-${1000 + place}`,
  document: (place) => `file-${1000 + place}-${place}`,
  tool: (place) => `tool-t${place}`,
  category: (place) => `category-X${place}`,
  organisation: (place) => `organisation-${1000 + place}`,
  person: (place) => `person-p${place}`,
  help: (place) => `help-h${place}`,
}

/** The texts to search in, each as the index would hold it, by the key that tests call it by. */
export function searchFixtures(): Map<string, SearchDocument> {
  const { documents } = readFixture<{ documents: Fixture[] }>('documents.json')
  return new Map(documents.map((fixture, place) => [fixture.key, aDocument(fixture, place)]))
}

export function readFixture<Shape>(name: string): Shape {
  const path = fileURLToPath(new URL(`../fixtures/search/${name}`, import.meta.url))
  return JSON.parse(readFileSync(path, 'utf8')) as Shape
}

/** A document of the index with the words given, and nothing else said of it. */
export function aDocument(fixture: Omit<Fixture, 'key'>, place: number): SearchDocument {
  const { kind, title, body, fileText = [], facets, acl, year = null, favourites = 0, ...texts } = fixture
  const id = PREFIXES[kind](place)
  return {
    ...{ id, kind, ref: id.slice(id.indexOf('-') + 1), pageId: null },
    texts: {
      ...{ title, body, summary: '', organisation: '', people: '' },
      aliases: [texts.aliases, aliasesOf(`${title}\n${body}`)].filter(Boolean).join(', '),
      ...{ labels: texts.labels ?? '', fileName: texts.fileName ?? '' },
      ...partsOf(fileText),
    },
    facets: { ...facets, kind: [kind] },
    ...{ acl, year, favourites, quality: 50 },
    publishedAt: new Date(Date.UTC(2026, 0, 1, 12) - place * 86_400_000),
    updatedAt: new Date(Date.UTC(2026, 0, 1, 12) - place * 86_400_000),
  }
}

function partsOf(pages: string[]): Pick<Texts, 'fileText' | 'fileParts'> {
  let from = 0
  const fileParts = pages.map((page, place) => {
    const part = { name: `page ${place + 1}`, from }
    from += page.length + 1
    return part
  })
  return { fileText: pages.join('\n'), fileParts }
}

export async function keepAll(documents: Iterable<SearchDocument>): Promise<void> {
  await writeIndex([], (tx) => keepDocuments(tx, [...documents]))
}

export type Wanted = Partial<Omit<Ask, 'plan' | 'acl'>> & { viewer?: ViewerName; exactly?: boolean }

/** Asks an engine as the search page does, with words as somebody types them. */
export async function ask(engine: SearchEngine, typed: string, wanted: Wanted = {}): Promise<Found> {
  const { viewer = 'anon', exactly = false, ...rest } = wanted
  const acl = [...VIEWERS[viewer]]
  const plan = await planOf({ typed, exactly, acl })
  const { match = 'all', filter = {}, sort = 'best', page = 1, perPage = 50, only } = rest
  return engine.find({ ...{ plan, match, filter, sort, page, perPage, acl }, ...(only && { only }) })
}

/** As the search page shows them: where nothing has all words, what has some of them. */
export async function askWidely(engine: SearchEngine, typed: string, wanted: Wanted = {}): Promise<Found> {
  const strict = await ask(engine, typed, wanted)
  return strict.total > 0 ? strict : ask(engine, typed, { ...wanted, match: 'any' })
}
